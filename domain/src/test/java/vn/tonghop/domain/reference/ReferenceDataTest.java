package vn.tonghop.domain.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ReferenceDataTest {

  private static final String UNITS = "reporting-units.csv";

  @TempDir Path folder;

  @BeforeEach
  void copyTheBundledFiles() throws IOException {
    for (ReferenceKind kind : ReferenceKind.values()) {
      try (InputStream in = ReferenceData.class.getResourceAsStream(kind.file())) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(kind.file()));
      }
    }
  }

  @Test
  void sixtyThreeProvincesBecameThirtyFour() {
    assertEquals(63, provinces("2025-06-30"));
    assertEquals(34, provinces("2025-07-01"));
    assertEquals(63, provinces("2015-01-01"));
    assertEquals(34, provinces("2026-12-31"));
  }

  private static long provinces(String date) {
    return ReferenceData.bundled().unitsOn(LocalDate.parse(date)).stream()
        .filter(unit -> unit.kind().isProvincial())
        .count();
  }

  @Test
  void aCodeMeansTheBodyInForceOnTheDay() {
    ReferenceData reference = ReferenceData.bundled();
    assertEquals("24.63", body(reference, "24", "2025-06-30"));
    assertEquals("24.34", body(reference, "24", "2025-07-01"));
    assertEquals("46", body(reference, "46", "2024-12-31"));
    assertEquals("46", body(reference, "46", "2025-01-01"));
    assertTrue(reference.unit("70", LocalDate.parse("2025-07-01")).isEmpty());
    assertEquals(
        List.of("X-CP", "X-CQD", "X-MTTQ", "X-QH"),
        reference.body("X-CQTW").orElseThrow().successors());
  }

  private static String body(ReferenceData reference, String code, String date) {
    return reference.unit(code, LocalDate.parse(date)).orElseThrow().body();
  }

  @Test
  void theBundledFilesLoadFromAFolder() {
    assertEquals(ReferenceRows.bundled(), ReferenceRows.load(folder));
  }

  @Test
  void aByteOrderMarkIsNoPartOfAColumnsName() throws IOException {
    Path file = folder.resolve(UNITS);
    Files.writeString(file, "\uFEFF" + Files.readString(file));
    assertEquals(ReferenceRows.bundled(), ReferenceRows.load(folder));
  }

  @Test
  void anOverlapIsNamed() throws IOException {
    append("01,01.NEW,2020-01-01,,CITY,Một,One,Vùng,,");
    says(UNITS, "code 01", "in force already by " + UNITS + ":2");
  }

  @Test
  void twoRowsOfOneBodyAtOnceAreNamed() throws IOException {
    append("X-Z,01,2020-01-01,,CENTRAL,Một,One,,,");
    says(UNITS, "body 01", "in force already by " + UNITS + ":2");
  }

  @Test
  void aGapIsNamed() throws IOException {
    append("Y,Y,,2020-01-01,CENTRAL,Một,One,,,");
    append("Y,Y,2020-01-03,,CENTRAL,Một,One,,,");
    says(UNITS, "body Y", "2020-01-01", "2020-01-03");
  }

  @Test
  void anUnknownSuccessorIsNamed() throws IOException {
    append("Y,Y,,2020-01-01,CENTRAL,Một,One,,NOBODY,");
    says(UNITS, "Y", "NOBODY");
  }

  @Test
  void aSuccessorThatDoesNotExistYetIsNamed() throws IOException {
    append("Y,Y,,2020-01-01,CENTRAL,Một,One,,X-QH,");
    says(UNITS, "Y", "X-QH");
  }

  @Test
  void aCycleIsNamed() throws IOException {
    append("Y,Y,,2020-01-01,CENTRAL,Một,One,,Z,");
    append("Z,Z,,2020-01-01,CENTRAL,Một,One,,Y,");
    says(UNITS, "Y", "its own successor");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Path file = folder.resolve("fields.csv");
    Files.writeString(file, Files.readString(file).replace("name_en", "english"));
    says("fields.csv:1", "name_en");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("authorities.csv"));
    says("authorities.csv");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("authorities.csv"), "");
    says("authorities.csv");
  }

  @Test
  void aBadDateIsNamedWithItsLine() throws IOException {
    append("Y,Y,2020-02-30,,CENTRAL,Một,One,,,");
    says(UNITS + ":106", "valid_from", "2020-02-30");
  }

  @Test
  void anEndBeforeTheStartIsNamedWithItsLine() throws IOException {
    append("Y,Y,2020-02-03,2020-02-02,CENTRAL,Một,One,,,");
    says(UNITS + ":106", "valid_to");
  }

  @Test
  void anUnknownKindIsNamedWithItsLine() throws IOException {
    append("Y,Y,,,COUNTY,Một,One,,,");
    says(UNITS + ":106", "kind", "COUNTY");
  }

  @Test
  void aCodeThatStandsTwiceIsNamed() throws IOException {
    Files.writeString(folder.resolve("fields.csv"), "code,name_vi,name_en\nA,a,a\nA,b,b\n");
    says("fields.csv", "A", "twice");
  }

  @Test
  void anExpectedUnitThatDoesNotExistIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("programmes.csv"),
        Files.readString(folder.resolve("programmes.csv")) + "P,2024,2024,P,P,01;NOBODY\n");
    says("programmes.csv", "P", "NOBODY");
  }

  @Test
  void allMistakesAreNamedAtOnce() throws IOException {
    append("Y,Y,2020-02-30,soon,CENTRAL,,One,,,");
    ReferenceException problems =
        assertThrows(ReferenceException.class, () -> ReferenceData.of(ReferenceRows.load(folder)));
    assertEquals(3, problems.problems().size(), problems.getMessage());
  }

  @Test
  void aFileThatCannotBeReadHidesNothingOfTheOthers() throws IOException {
    Files.write(folder.resolve("authorities.csv"), new byte[] {(byte) 0xFF, 'x'});
    Files.delete(folder.resolve("programmes.csv"));
    append("Y,Y,2020-02-30,,CENTRAL,Một,One,,,");
    ReferenceException problems =
        assertThrows(ReferenceException.class, () -> ReferenceRows.load(folder));
    assertEquals(
        List.of(
            "programmes.csv: is missing",
            "authorities.csv: is not UTF-8",
            UNITS + ":106: valid_from \"2020-02-30\" is not a date YYYY-MM-DD"),
        problems.problems().stream().map(ReferenceProblem::en).toList());
    assertEquals(
        List.of(
            "programmes.csv: thiếu tệp này",
            "authorities.csv: không phải UTF-8",
            UNITS + ":106: valid_from \"2020-02-30\" không phải ngày YYYY-MM-DD"),
        problems.problems().stream().map(ReferenceProblem::vi).toList());
  }

  @Test
  void blankLinesAndLineBreaksInCellsCountAsLines() throws IOException {
    Files.writeString(
        folder.resolve("fields.csv"),
        "code,name_vi,name_en\n\nA,\"a\na\",a\n\n\nB,,b\nA,c,c\n",
        StandardCharsets.UTF_8);
    says("fields.csv:7: name_vi is empty");
    says("fields.csv:8: code A stands twice, first in fields.csv:4");
  }

  @Test
  void whatIsWrongBetweenRowsNamesBoth() throws IOException {
    append("Y,Y,,,CENTRAL,Một,One,,,");
    append("Y,Y,,,CENTRAL,Một,One,,,");
    says(UNITS + ":107: code Y is in force already by " + UNITS + ":106");
  }

  private void append(String row) throws IOException {
    Path file = folder.resolve(UNITS);
    Files.writeString(file, Files.readString(file).strip() + "\n" + row + "\n");
  }

  private void says(String... words) {
    ReferenceException problems =
        assertThrows(ReferenceException.class, () -> ReferenceData.of(ReferenceRows.load(folder)));
    assertTrue(
        problems.problems().stream()
            .map(ReferenceProblem::en)
            .anyMatch(problem -> List.of(words).stream().allMatch(problem::contains)),
        problems.getMessage());
  }
}
