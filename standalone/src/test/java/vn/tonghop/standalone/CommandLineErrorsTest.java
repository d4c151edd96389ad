package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.format.Language;
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

  @Test
  void picoclisComplaintsAreSaidInTheLanguageAskedFor() {
    says(
        "table 2024-Q1 P --restated xx",
        "--restated: giá trị 'xx' không hợp lệ; cần ngày theo mẫu 2025-07-01; xem: tonghop table"
            + " --help",
        "--restated: 'xx' is no value for it; give a date such as 2025-07-01; see: tonghop table"
            + " --help");
    says(
        "table 2024-Q1 P --format doc",
        "--format: giá trị 'doc' không hợp lệ; cần text|csv|json|xlsx|pdf; xem: tonghop table"
            + " --help",
        "--format: 'doc' is no value for it; give text|csv|json|xlsx|pdf; see: tonghop table"
            + " --help");
    says(
        "up --broker-port many",
        "--broker-port: giá trị 'many' không hợp lệ; cần số nguyên, tối đa 2147483647; xem: tonghop"
            + " up --help",
        "--broker-port: 'many' is no value for it; give a whole number, at most 2147483647; see:"
            + " tonghop up --help");
    says(
        "table 2024-Q1",
        "Thiếu: PROGRAMME; xem: tonghop table --help",
        "Missing: PROGRAMME; see: tonghop table --help");
    says(
        "try f.json --table 2024-Q1",
        "Thiếu: --table PERIOD PROGRAMME; xem: tonghop try --help",
        "Missing: --table PERIOD PROGRAMME; see: tonghop try --help");
    says(
        "table 2024-Q1 P --regime calendar --regime calendar",
        "Tùy chọn --regime chỉ được ghi một lần; xem: tonghop table --help",
        "Option --regime stands more than once; see: tonghop table --help");
    says(
        "lag --qwerty",
        "Tùy chọn --qwerty không có; xem: tonghop lag --help",
        "No such option: --qwerty; see: tonghop lag --help");
    says(
        "receipts 40 41",
        "Thừa tham số: 41; xem: tonghop receipts --help",
        "One parameter too many: 41; see: tonghop receipts --help");
    says(
        "tabel",
        "Lệnh tabel không có (ý bạn là table?); xem: tonghop --help",
        "No such command: tabel (did you mean table?); see: tonghop --help");
  }

  @Test
  void theLanguageMayStandBeforeTheCommandsName() {
    String vi =
        "\"2024-M01\": chỉ có bảng theo quý, sáu tháng và năm, ví dụ 2024-Q1, 2024-S1, 2024-A1\n";
    String en =
        "\"2024-M01\": tables are made for quarters, halves and years, such as 2024-Q1, 2024-S1,"
            + " 2024-A1\n";
    refused(vi, "--lang", "vi", "table", "2024-M01", "P");
    refused(en, "--lang=en", "table", "2024-M01", "P");
    refused(vi, "--lang", "en", "table", "--lang", "vi", "2024-M01", "P");
    refused(en, "--lang", "vi", "table", "2024-M01", "P", "--lang=en");
  }

  @Test
  void groupsOfCommandsTakeTheLanguageToo() {
    String vi = "\"4*\" không phải là mã hợp lệ: cần 1 đến 64 chữ cái, chữ số hoặc -\n";
    String en = "\"4*\" is no code or name: 1 to 64 letters, digits or -\n";
    refused(vi, "--lang", "vi", "unit", "add", "4*");
    refused(vi, "unit", "--lang", "vi", "add", "4*");
    refused(en, "--lang", "vi", "unit", "--lang", "en", "add", "4*");
    refused(
        "A command is missing; one of: load; see: tonghop reference --help\n",
        "--lang",
        "en",
        "reference");
  }

  @Test
  void aPeriodOrARestatementThatCannotBeIsRefusedInTheLanguageAskedFor() {
    says(
        "table 2024-M01 P",
        "\"2024-M01\": chỉ có bảng theo quý, sáu tháng và năm, ví dụ 2024-Q1, 2024-S1, 2024-A1",
        "\"2024-M01\": tables are made for quarters, halves and years, such as 2024-Q1, 2024-S1,"
            + " 2024-A1");
    says(
        "table 2024-Q1 P --restated 2024-01-01",
        "--restated: 2024-01-01 trước ngày cuối kỳ 2024-Q1, 2024-03-14",
        "--restated: 2024-01-01 is before the last day of 2024-Q1, 2024-03-14");
  }

  @Test
  void aDocumentHasOneTableAndGoesIntoANewFile(@TempDir Path folder) throws IOException {
    says(
        "try f.json --format xlsx --table 2024-Q1 P --table 2024-S1 P",
        "--format xlsx: mỗi tệp chỉ có một bảng; hãy ghi --table một lần",
        "--format xlsx: a file has one table; give --table once");
    Path full = Files.writeString(folder.resolve("full.xlsx"), "kept");
    says(
        "table 2024-Q1 P --format xlsx --out " + full,
        full + ": tệp đã có; hãy chọn tên khác",
        full + ": the file is there; name another one");
    assertEquals("kept", Files.readString(full));
    Path nowhere = folder.resolve("none/table.pdf");
    says(
        "table 2024-Q1 P --format pdf --out " + nowhere,
        nowhere + ": không có thư mục này",
        nowhere + ": no such folder");
  }

  @Test
  void aTerminalIsShownNoDocument() {
    System.setProperty("tonghop.terminal", "true");
    try {
      says(
          "table 2024-Q1 P --format pdf",
          "--format pdf: màn hình không hiển thị được loại tệp này; hãy ghi --out TỆP",
          "--format pdf: a terminal cannot show such a file; give --out FILE");
    } finally {
      System.clearProperty("tonghop.terminal");
    }
  }

  @Test
  void aMissingCommandIsToldWithThoseThereAreInTheLanguageOfTheLocale() {
    String said =
        Language.of(Locale.getDefault())
            .pick(
                "Thiếu lệnh; cần một trong: load; xem: tonghop reference --help\n",
                "A command is missing; one of: load; see: tonghop reference --help\n");
    refused(said, "reference");
  }

  private static void says(String arguments, String vi, String en) {
    refused(vi + "\n", (arguments + " --lang vi").split(" ", -1));
    refused(en + "\n", (arguments + " --lang=en").split(" ", -1));
  }

  private static void refused(String err, String... arguments) {
    Invocation run = Invocation.of(arguments).expecting(2);
    assertEquals(err, run.err());
    assertEquals("", run.out());
  }
}
