package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.reference.ReferenceKind;

/** What people read when a command cannot begin, in the language they asked for. */
class CommandLineErrorsTest {

  @Test
  void referenceDataThatCannotBeUsedAreRefusedInTheLanguageAskedFor(@TempDir Path folder)
      throws IOException {
    for (ReferenceKind kind : ReferenceKind.values()) {
      Files.writeString(folder.resolve(kind.file()), String.join(",", kind.columns()) + "\n\n");
    }
    Files.writeString(folder.resolve("fields.csv"), "code,name_vi\nA,a\n");
    Files.writeString(folder.resolve("authorities.csv"), "code,name_vi,name_en\nA,,a\n");
    String vi =
        """
        fields.csv:1: thiếu cột name_en
        reporting-units.csv: không có dòng nào
        programmes.csv: không có dòng nào
        indicators.csv: không có dòng nào
        authorities.csv:2: name_vi để trống
        """;
    String en =
        """
        fields.csv:1: no column name_en
        reporting-units.csv: no rows
        programmes.csv: no rows
        indicators.csv: no rows
        authorities.csv:2: name_vi is empty
        """;
    String dir = folder.toString();
    refused(vi, "reference", "load", dir, "--lang", "vi");
    refused(en, "reference", "load", "--lang=en", dir);
    refused(vi, "setup", "--lang", "vi", "--reference", dir);
    refused(en, "up", "--reference", dir, "--lang", "en", "--data", dir + "/data");
    Path report = Files.writeString(folder.resolve("r.json"), "{}");
    refused(
        vi.replaceAll("(?m)^(?=.)", "--reference: "),
        "validate",
        report.toString(),
        "--lang",
        "vi",
        "--reference",
        dir);
  }

  private static void refused(String err, String... arguments) {
    Invocation run = Invocation.of(arguments).expecting(2);
    assertEquals(err, run.err());
    assertEquals("", run.out());
  }
}
