package vn.tonghop.console.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.export.TablePdf;
import vn.tonghop.export.TableXlsx;

/** The forms in which a program gets a table, the usual one first. */
enum TableForm {
  JSON("application/json"),
  CSV("text/csv; charset=utf-8"),
  XLSX(TableXlsx.MEDIA_TYPE),
  PDF(TablePdf.MEDIA_TYPE);

  private static final double MOST_WANTED = 1;

  private final String mediaType;

  TableForm(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its bytes say when they were made, so that no two answers are the same. */
  boolean isMadeAnew() {
    return this == XLSX || this == PDF;
  }

  static String all() {
    return Arrays.stream(values()).map(TableForm::suffix).collect(Collectors.joining(", "));
  }

  /**
   * The form of a file's ending.
   *
   * @throws ProblemException if there is none
   */
  static TableForm ofSuffix(String suffix) {
    return Arrays.stream(values())
        .filter(form -> form.suffix().equals(suffix))
        .findFirst()
        .orElseThrow(() -> ProblemException.noForm(suffix));
  }

  /**
   * The form that an {@code Accept} header wants most; JSON where it does not care.
   *
   * @throws ProblemException if it accepts none
   */
  static TableForm accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return JSON;
    }
    List<Wanted> wanted = new ArrayList<>();
    for (String range : header.split(",", -1)) {
      Wanted.of(range).ifPresent(wanted::add);
    }
    return wanted.stream()
        .sorted(Comparator.comparingDouble(Wanted::quality).reversed())
        .flatMap(each -> Arrays.stream(values()).filter(form -> each.matches(form.mediaType)))
        .findFirst()
        .orElseThrow(() -> ProblemException.noForm(header));
  }

  /** A range of media types, such as {@code text/*;q=0.5}. */
  private record Wanted(String range, double quality) {

    static Optional<Wanted> of(String text) {
      String[] parts = text.split(";", -1);
      double quality = MOST_WANTED;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].strip();
        if (parameter.startsWith("q=")) {
          quality = weight(parameter.substring("q=".length()));
        }
      }
      return quality > 0
          ? Optional.of(new Wanted(parts[0].strip().toLowerCase(Locale.ROOT), quality))
          : Optional.empty();
    }

    private static double weight(String text) {
      return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
    }

    boolean matches(String mediaType) {
      String type = mediaType.split(";", -1)[0];
      return range.equals("*/*")
          || range.equals(type)
          || range.equals(type.substring(0, type.indexOf('/')) + "/*");
    }
  }
}
