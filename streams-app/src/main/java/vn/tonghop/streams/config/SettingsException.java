package vn.tonghop.streams.config;

import java.util.List;

/** Settings that cannot be used: every key that is wrong, and what it accepts. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
