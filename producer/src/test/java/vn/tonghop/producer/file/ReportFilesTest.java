package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Rule;

class ReportFilesTest {

  private static final String LINE = ReportReadingTest.RIGHT.replace('\'', '"');
  private static final String BOM = "\uFEFF";
  private static final long LONGER_THAN_THE_HEAP = 1_200L << 20;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void linesCountFromOneAndBlankOnesAreSkipped() throws IOException {
    Path file = write("r.jsonl", BOM + "\n" + LINE + "\r\n \t\r\n{bad\n" + LINE);
    assertEquals(List.of("2 ok", "4 $", "5 ok"), read(file));
  }

  @Test
  void aJsonFileIsOneDocumentOnManyLines() throws IOException {
    assertEquals(List.of("1 ok"), read(write("r.JSON", BOM + LINE.replace(",", ",\r\n") + "\n")));
    assertEquals(List.of("1 $"), read(write("two.json", LINE + "\n" + LINE)));
    assertEquals(List.of("1 $"), read(write("empty.json", "")));
    assertEquals(List.of("1 $"), read(write("bom.json", BOM)));
    assertEquals(List.of("1 $"), read(write("blank.json", " \n ")));
    assertEquals(List.of(), read(write("empty.ndjson", "\n\n")));
  }

  @Test
  void aDocumentMayHave512KibAndNoByteMore() throws IOException {
    String most = padded(DocumentBytes.MAX);
    String more = padded(DocumentBytes.MAX + 1);
    Path file = write("r.jsonl", most + "\r\n" + more + "\r\n" + LINE + "\n" + more);
    assertEquals(List.of("1 ok", "2 $", "3 ok", "4 $"), read(file));
    assertEquals(List.of("1 ok"), read(write("most.json", most)));
    assertEquals(List.of("1 $"), read(write("more.json", more)));
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      FileReport second = reports.skip(1).findFirst().orElseThrow();
      String text =
          assertInstanceOf(FileReport.Unreadable.class, second).errors().listed().get(0).en();
      assertTrue(text.contains("524289"), text);
    }
  }

  @Test
  void aLineWithoutEndIsOneErrorAndDoesNotFillTheMemory() throws IOException {
    Path file = folder.resolve("r.jsonl");
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    byte[] rest = ("\n" + LINE).getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(blanks);
      out.write('\n');
      out.write(blanks);
      // More than the heap; a hole, so that the disk has nothing to do.
      out.seek(LONGER_THAN_THE_HEAP);
      out.write(rest);
    }
    assertEquals(List.of("1 $", "2 $", "3 ok"), read(file));
    Files.delete(file);
  }

  @Test
  void bytesThatAreNotUtf8AreAnErrorOfTheirLineAlone() throws IOException {
    byte[] latin = LINE.replace("\"t\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("r.jsonl");
    Files.write(file, latin);
    Files.writeString(
        file, "\n" + LINE.replace("\"t\"", "\"\u00e9\""), java.nio.file.StandardOpenOption.APPEND);
    assertEquals(List.of("1 $", "2 ok"), read(file));
  }

  @Test
  void anotherEndingIsRefusedWithThoseThatAreAccepted() {
    IOException e =
        assertThrows(UnknownEndingException.class, () -> ReportFiles.read(Path.of("r.doc")));
    assertTrue(
        String.valueOf(e.getMessage()).contains(".json, .jsonl, .ndjson, .csv"), e.toString());
  }

  @Test
  void whateverTheBytesTheyAreAReportOrErrors() throws IOException {
    long seed = 20_260_101L;
    Random random = new Random(seed);
    String pieces = "{}[]\",:0123456789.eE+-\\uTnulltruefalse \u0000\ud83d\ude00";
    int readable = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = mutated(random, LINE, pieces);
      String message = "seed " + seed + ", document " + i;
      FileReport report =
          ReportDocument.read(new Place(Path.of("f"), i), new DocumentBytes(bytes, bytes.length));
      if (report instanceof FileReport.Unreadable unreadable) {
        assertTrue(unreadable.errors().count() > 0, message);
        assertTrue(
            unreadable.errors().listed().stream().allMatch(e -> e.rule() == Rule.E01), message);
      } else {
        readable++;
      }
    }
    assertTrue(readable > 500 && readable < 15_000, "mutations are too mild or wild: " + readable);
  }

  private static byte[] mutated(Random random, String line, String pieces) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) pieces.charAt(random.nextInt(pieces.length()));
        case 2 -> bytes = joined(bytes, 0, at, bytes, to, bytes.length);
        case 3 -> bytes = joined(bytes, 0, to, bytes, at, bytes.length);
        default -> bytes[at] = (byte) ('0' + random.nextInt(10));
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    byte[] both = Arrays.copyOf(Arrays.copyOfRange(a, aFrom, aTo), aTo - aFrom + bTo - bFrom);
    System.arraycopy(b, bFrom, both, aTo - aFrom, bTo - bFrom);
    return both.length == 0 ? new byte[1] : both;
  }

  private static String padded(int bytes) {
    return LINE.replace("\"t\"", '"' + "t".repeat(bytes - LINE.length() + 1) + '"');
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> read(Path file) throws IOException {
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      return reports
          .map(
              report ->
                  report.place().line()
                      + " "
                      + (report instanceof FileReport.Unreadable unreadable
                          ? unreadable.errors().listed().get(0).path()
                          : "ok"))
          .toList();
    }
  }
}
