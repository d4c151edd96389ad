package vn.tonghop.producer.outbox;

import java.nio.charset.StandardCharsets;

/** Names of people's files, with room for what the outbox puts before and behind them. */
final class FileNames {

  /** File systems take 255 bytes; a Vietnamese letter may have three. */
  private static final int MOST_BYTES = 180;

  private static final int LONGEST_ENDING = 12;

  private FileNames() {}

  /** The name, cut in the middle if need be: its ending says what it is. */
  static String cut(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
    String stem = name.substring(0, name.length() - ending.length());
    while (bytes(stem + ending) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
