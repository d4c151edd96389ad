package vn.tonghop.producer.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.tonghop.domain.format.Language;

/**
 * The language of a command line that could not be understood, or of a failure that comes from
 * below the commands: the words themselves tell it.
 */
public final class AskedLanguage {

  private static final String OPTION = "--lang";

  private AskedLanguage() {}

  /** What {@code --lang} says among the arguments, wherever it stands, or the locale's language. */
  public static Language of(List<String> arguments) {
    Optional<Language> asked = Optional.empty();
    for (int i = 0; i < arguments.size() && asked.isEmpty(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        asked = Language.of(arguments.get(i + 1));
      } else if (argument.startsWith(OPTION + "=")) {
        asked = Language.of(argument.substring(OPTION.length() + 1));
      }
    }
    return asked.orElseGet(() -> Language.of(Locale.getDefault()));
  }
}
