package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of spreadsheets that know no UTF-8. */
class CsvEncodingTest {

  private static final String TITLE =
      "Đề án “Sắp xếp tổ chức bộ máy” – giữ vững kỷ cương, ưu tiên nghỉ dưỡng ở Huế, Nghệ An";

  private static final String FILE =
      "Mã đơn vị;Chương trình;Kỳ báo cáo;revision;Ngày chốt số liệu;Mã nhiệm vụ;Tên nhiệm vụ;Cấp giao;"
          + "Lĩnh vực;Tình trạng;Phần trăm\n"
          + "40;CTCT-2024;2024-Q1;1;31/03/2024;T1;"
          + TITLE
          + ";Bộ Chính trị;Công tác cán bộ;Hoàn thành;100\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final List<Notice> notices = new ArrayList<>();

  @Test
  void windows1258IsReadAndSaid() throws IOException {
    FileReport old = read(windows1258(FILE)).get(0);
    assertEquals(
        List.of(Path.of("r.csv")),
        notices.stream().map(each -> each.file().getFileName()).toList());
    assertTrue(notices.get(0).en().contains("Windows-1258"));
    FileReport.Legible legible = assertInstanceOf(FileReport.Legible.class, old, old::toString);
    assertEquals(TITLE, legible.report().tasks().get(0).title());
    notices.clear();
    FileReport utf8 = read(FILE.getBytes(StandardCharsets.UTF_8)).get(0);
    assertEquals(((FileReport.Legible) utf8).report(), legible.report());
    assertEquals(List.of(), notices);
  }

  @Test
  void brokenUtf8IsNotTakenForWindows1258() throws IOException {
    byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
    int title = FILE.substring(0, FILE.indexOf("Sắp")).getBytes(StandardCharsets.UTF_8).length;
    bytes[title] = (byte) 0xE9;
    FileReport.Unreadable report =
        assertInstanceOf(FileReport.Unreadable.class, read(bytes).get(0));
    assertTrue(
        report
            .errors()
            .listed()
            .get(0)
            .en()
            .contains("not valid UTF-8 (line 2, column Tên nhiệm vụ)"),
        report.toString());
    assertEquals(List.of(), notices);
  }

  @Test
  void utf16IsRefusedWithWhatToDo() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      FileReport.Unreadable report =
          assertInstanceOf(
              FileReport.Unreadable.class, read(("\uFEFF" + FILE).getBytes(charset)).get(0));
      assertTrue(report.errors().listed().get(0).en().contains("save it as \"CSV UTF-8\""));
    }
  }

  /** Windows-1258 has the letters with their hats, and the tones as marks behind them. */
  private static byte[] windows1258(String text) {
    StringBuilder parted = new StringBuilder();
    text.codePoints().mapToObj(Character::toString).forEach(each -> parted.append(parted(each)));
    byte[] bytes = parted.toString().getBytes(Charset.forName("windows-1258"));
    assertEquals(
        text,
        Normalizer.normalize(
            new String(bytes, Charset.forName("windows-1258")), Normalizer.Form.NFC));
    return bytes;
  }

  private static String parted(String letter) {
    if (Charset.forName("windows-1258").newEncoder().canEncode(letter)) {
      return letter;
    }
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
    return Normalizer.normalize(parts.replace(tone, ""), Normalizer.Form.NFC) + tone;
  }

  private List<FileReport> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("r.csv"), bytes);
    try (Stream<FileReport> reports = ReportFiles.read(file, notices::add)) {
      return reports.toList();
    }
  }
}
