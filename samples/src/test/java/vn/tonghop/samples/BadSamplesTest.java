package vn.tonghop.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleReceipt;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.FileReport;

/** Each bad sample shows what its name says, and nothing else, by reader, domain and oracle. */
class BadSamplesTest {

  private static final Folder BAD = Folder.of("bad");
  private static final Path EXPECTED = Folder.of("expected").path().resolve("bad.jsonl");
  private static final Pattern CODE = Pattern.compile("[EW]\\d\\d");
  private static final Pattern OUTCOME = Pattern.compile("^[A-Z]{5,}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is said of one report; code, blank, path. */
  private record Said(String outcome, List<String> errors, List<String> warnings) {}

  @Test
  void eachFileShowsTheCodesInItsName() {
    for (Path file : BAD.files()) {
      String name = file.getFileName().toString();
      Set<String> codes = new TreeSet<>();
      List<Said> answers = said(BAD.documents(file), BadSamplesTest::domain);
      for (Said each : answers) {
        each.errors().forEach(error -> codes.add(error.substring(0, 3)));
        each.warnings().forEach(warning -> codes.add(warning.substring(0, 3)));
      }
      assertEquals(
          new TreeSet<>(CODE.matcher(name).results().map(MatchResult::group).toList()),
          codes,
          name);
      OUTCOME
          .matcher(name)
          .results()
          .forEach(
              outcome ->
                  assertEquals(outcome.group(), answers.get(answers.size() - 1).outcome(), name));
    }
  }

  @Test
  void everyCodeThatAFileCanCarryHasAFile() {
    Set<Rule> named = EnumSet.noneOf(Rule.class);
    for (Path file : BAD.files()) {
      CODE.matcher(file.getFileName().toString())
          .results()
          .forEach(code -> named.add(Rule.valueOf(code.group())));
    }
    // A file does not choose its topic, and a replay has no time of arrival of its own.
    assertEquals(EnumSet.complementOf(EnumSet.of(Rule.E03, Rule.W04)), named);
  }

  /** {@code -Dgolden.rewrite=true} writes what the oracle says anew. */
  @Test
  void theExpectedAnswersAreTheOracles() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : BAD.files()) {
      List<FileReport> documents = BAD.documents(file);
      List<Said> oracle = said(documents, BadSamplesTest::oracle);
      assertEquals(oracle, said(documents, BadSamplesTest::domain), file.toString());
      oracle.forEach(each -> lines.add(line(file, each)));
    }
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.write(EXPECTED, lines);
    }
    assertEquals(lines, Files.readAllLines(EXPECTED), "if that is meant: -Dgolden.rewrite=true");
  }

  private interface Judge {
    List<Said> judge(List<Arrival> arrivals);
  }

  /** What the reader refuses is answered by it alone. */
  private static List<Said> said(List<FileReport> documents, Judge judge) {
    List<Arrival> arrivals = new ArrayList<>();
    for (FileReport document : documents) {
      if (document instanceof FileReport.Legible legible) {
        ProgressReport report = legible.report();
        arrivals.add(
            new Arrival(
                report,
                report.unit(),
                Objects.requireNonNull(report.submittedAt()),
                new SourceRecord("tonghop.reports." + report.unit(), 0, arrivals.size())));
      }
    }
    List<Said> judged = new ArrayList<>(judge.judge(arrivals));
    return documents.stream()
        .map(
            document ->
                document instanceof FileReport.Unreadable unreadable
                    ? new Said("REJECTED", paths(unreadable.errors()), List.of())
                    : judged.remove(0))
        .toList();
  }

  private static List<Said> domain(List<Arrival> arrivals) {
    Pipeline pipeline = new Pipeline(Regime.DECREE_09_2019, ReferenceData.bundled());
    List<Receipt> receipts = pipeline.arriveAll(arrivals).receipts();
    return receipts.stream()
        .map(
            receipt ->
                new Said(
                    receipt.outcome().name(), paths(receipt.errors()), paths(receipt.warnings())))
        .toList();
  }

  private static List<Said> oracle(List<Arrival> arrivals) {
    List<OracleReceipt> receipts =
        new Oracle(Regime.DECREE_09_2019, ReferenceRows.bundled(), arrivals).receipts();
    return receipts.stream()
        .map(receipt -> new Said(receipt.outcome().name(), receipt.errors(), receipt.warnings()))
        .toList();
  }

  private static List<String> paths(FindingList findings) {
    return findings.listed().stream().map(each -> each.rule() + " " + each.path()).toList();
  }

  private static String line(Path file, Said said) {
    ObjectNode json = JSON.createObjectNode();
    json.put("file", String.valueOf(file.getFileName()));
    json.put("outcome", said.outcome());
    said.errors().forEach(json.putArray("errors")::add);
    said.warnings().forEach(json.putArray("warnings")::add);
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
