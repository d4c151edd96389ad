package vn.tonghop.domain.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Units of one kind by name, such as those that are missing.
 *
 * @param count how many they are
 * @param names in the order of the Vietnamese alphabet; empty where there are parts
 * @param parts the same by region, where they are too many for one list
 */
public record Listing(String label, int count, List<String> names, List<Listing> parts) {

  public Listing {
    names = List.copyOf(names);
    parts = List.copyOf(parts);
  }

  static Listing of(String label, int count, List<String> names) {
    return new Listing(
        label, count, names.stream().sorted(Names.order()).map(Names::whole).toList(), List.of());
  }

  /** What stands before the names. */
  public String head(Figures figures) {
    return label + " (" + figures.count(count) + "):";
  }

  /** The names, parted by semicolons where one has a comma within. */
  public String text() {
    return names.stream()
        .collect(
            Collectors.joining(names.stream().anyMatch(name -> name.contains(",")) ? "; " : ", "));
  }
}
