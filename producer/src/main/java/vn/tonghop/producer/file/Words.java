package vn.tonghop.producer.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that may stand for a code in a sheet, Vietnamese and English, in a header or in a cell:
 * {@code words.csv}, which docs/files.md shows to people. Compared without case, diacritics and
 * whatever parts words.
 */
final class Words {

  /** Of what a word may speak. */
  enum About {
    SHEET,
    COLUMN,
    IGNORED,
    STATUS,
    KIND,
    BOOLEAN,
    ASSIGNED_BY,
    FIELD
  }

  /**
   * A line of the table.
   *
   * @param words the first is the one to write, where one is written
   */
  record Entry(About about, String code, List<String> words) {}

  /** Letters of a cell that may still be a word; longer ones are no word of the table. */
  private static final int MAX_LENGTH = 200;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}%]+");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]/\\r\\n]+");

  private static final List<Entry> ENTRIES = load();
  private static final Map<About, Map<String, Set<String>>> CODES = codes();

  private Words() {}

  /** The table, in its order. */
  static List<Entry> entries() {
    return ENTRIES;
  }

  /**
   * The codes that a text may mean: none, one, or several where it is ambiguous. Of a text in
   * parts, such as {@code Mã nhiệm vụ (task)}, each part that is known counts.
   */
  static Set<String> codes(About about, String text) {
    if (text.length() > MAX_LENGTH) {
      return Set.of();
    }
    Map<String, Set<String>> known = CODES.get(about);
    Set<String> whole = Objects.requireNonNull(known).getOrDefault(folded(text), Set.of());
    if (!whole.isEmpty()) {
      return whole;
    }
    Set<String> found = new TreeSet<>();
    for (String part : BRACKETS.split(text, -1)) {
      Set<String> codes = known.getOrDefault(folded(part), Set.of());
      // A part with one meaning settles what another leaves open.
      if (codes.size() == 1 && found.size() > 1 && found.containsAll(codes)) {
        found.clear();
      }
      if (!(codes.size() > 1 && found.size() == 1 && codes.containsAll(found))) {
        found.addAll(codes);
      }
    }
    return found;
  }

  /** The code that a text means, or the text where it means none. */
  static String codeOr(About about, String text) {
    Set<String> codes = codes(about, text);
    return codes.size() == 1 ? codes.iterator().next() : text;
  }

  /** What is compared of a text: small letters without marks, digits and {@code %}, one blank. */
  static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String small = plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    return PARTING.matcher(small).replaceAll(" ").strip();
  }

  private static Map<About, Map<String, Set<String>>> codes() {
    Map<About, Map<String, Set<String>>> codes = new HashMap<>();
    for (About about : About.values()) {
      codes.put(about, new HashMap<>());
    }
    for (Entry entry : ENTRIES) {
      Map<String, Set<String>> known = Objects.requireNonNull(codes.get(entry.about()));
      Stream.concat(Stream.of(entry.code()), entry.words().stream())
          .map(Words::folded)
          .filter(word -> !word.isEmpty())
          .forEach(word -> known.computeIfAbsent(word, each -> new TreeSet<>()).add(entry.code()));
    }
    return codes;
  }

  private static List<Entry> load() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("words.csv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .map(
              cells ->
                  new Entry(
                      About.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                      cells[1],
                      List.of(cells[2].split("\\|", -1))))
          .forEach(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }
}
