package vn.tonghop.producer.outbox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the files of one entry, which begin with its number. */
record EntryName(long number) implements Comparable<EntryName> {

  private static final Pattern NUMBER = Pattern.compile("([0-9]{10})[.-].*");
  private static final Pattern ENTRY = Pattern.compile("([0-9]{10})\\.jsonl");

  /** The number that any of an entry's files bears. */
  static Optional<EntryName> ofAny(Path file) {
    return of(NUMBER, file);
  }

  /** The entry itself. */
  static Optional<EntryName> ofEntry(Path file) {
    return of(ENTRY, file);
  }

  private static Optional<EntryName> of(Pattern pattern, Path file) {
    Matcher name = pattern.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(new EntryName(Long.parseLong(name.group(1))))
        : Optional.empty();
  }

  String entry() {
    return digits() + ".jsonl";
  }

  String log() {
    return digits() + ".log";
  }

  String draft() {
    return "." + digits() + ".tmp";
  }

  /** Beside these, {@code .receipts.jsonl} and {@code .receipts.txt}. */
  String receipts(String file) {
    return digits() + "-" + FileNames.cut(file);
  }

  EntryName next() {
    return new EntryName(number + 1);
  }

  private String digits() {
    return "%010d".formatted(number);
  }

  @Override
  public int compareTo(EntryName other) {
    return Long.compare(number, other.number);
  }
}
