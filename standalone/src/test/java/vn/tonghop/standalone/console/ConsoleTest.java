package vn.tonghop.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.LiveView;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.mapping.StandingMapping;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Patient;
import vn.tonghop.standalone.broker.BrokerSettings;
import vn.tonghop.standalone.broker.EmbeddedBroker;
import vn.tonghop.standalone.console.WrittenTopics.Written;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.system.Setup;

/**
 * The page over a real broker. With {@code -Dtonghop.console.standings=100000} its view starts
 * beside as many standings as the country has in some years; with {@code
 * -Dtonghop.console.tables=20000} tables change for longer under those who read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class ConsoleTest {

  private static final int STANDINGS = Integer.getInteger("tonghop.console.standings", 5_000);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration START = Duration.ofSeconds(15);
  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final Instant AT = Instant.parse("2024-06-20T03:04:05Z");
  private static final TableKey KEY = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");
  private static final UnaryOperator<Topic> AS_IS = UnaryOperator.identity();

  private static EmbeddedBroker broker;
  private static RegistryProcess registry;
  private static Settings settings;

  @BeforeAll
  static void start(@TempDir Path folder) throws InterruptedException {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
    registry = RegistryProcess.start(RegistrySettings.in(folder.resolve("registry")));
    settings =
        new Settings(
            broker.bootstrap(), registry.url(), SomeTables.REGIME, folder, Patient.SETTINGS);
    new Setup(settings.clientConfig(), Replication.SINGLE)
        .run(Set.of("01", "40"), AS_IS, ReferenceRows.bundled());
  }

  @AfterAll
  static void end() {
    registry.close();
    broker.close();
  }

  @Test
  @Order(1)
  void itHoldsWhatTheTopicsSayAndReadsSingleRecordsByTheirPlace() {
    List<UnitStanding> standings = SomeTables.standings(KEY, REFERENCE, new Random(1));
    UnitStanding gone = standings.get(standings.size() - 1);
    UnitStanding first = standings.get(0);
    ProgressReport report = report("01", 1);
    try (WrittenTopics topics = new WrittenTopics(settings, "first")) {
      SourceRecord sent =
          topics
              .commit(
                  List.of(
                      new Written(
                          Topics.reports("01").name(), "any", ReportMapping.toAvro(report))))
              .get(0);
      MovedBy moved = new MovedBy("01", "2024-S1", 1, sent, AT);
      NationalTable was = NationalTable.of(standings.subList(0, 5), moved).orElseThrow();
      NationalTable is = NationalTable.of(standings, moved).orElseThrow();
      List<SourceRecord> places = topics.commit(written(standings, first, gone, moved, was, is));
      SourceRecord unreadable =
          topics
              .commit(
                  List.of(
                      new Written(
                          Topics.reports("01").name(),
                          "any",
                          "no report".getBytes(StandardCharsets.UTF_8))))
              .get(0);
      SourceRecord receipt =
          topics
              .commit(
                  List.of(
                      new Written(
                          Topics.receipts("01").name(),
                          "CTCT-2024|2024-S1",
                          ReceiptMapping.toAvro(receipt(report, sent))),
                      new Written(
                          Topics.receipts("01").name(),
                          "anything but a key",
                          ReceiptMapping.toAvro(receipt(report, unreadable)))))
              .get(0);
      try (LiveView view = started()) {
        assertEquals(is, view.table(KEY).orElseThrow().value());
        assertEquals(List.of(KEY.target()), view.targets("CTCT-2024"));
        assertEquals(
            standings.subList(0, standings.size() - 1),
            view.standings(KEY).stream().map(Logged::value).toList());
        assertEquals(Optional.empty(), view.standing(KEY, gone.body()));
        assertEquals(first, view.standing(KEY, first.body()).orElseThrow().value());
        assertEquals(
            List.of(was, is),
            view.versions(KEY).stream()
                .map(place -> view.version(place.source()).orElseThrow().value())
                .toList());
        assertMoves(view, first, gone, sent, moved);
        assertReports(view, report, sent, unreadable, receipt);
        assertNull(view.failure());
        assertFalse(places.isEmpty());
      }
    }
  }

  private static List<Written> written(
      List<UnitStanding> standings,
      UnitStanding first,
      UnitStanding gone,
      MovedBy moved,
      NationalTable was,
      NationalTable is) {
    List<Written> records = new ArrayList<>();
    records.add(new Written(Topics.TABLES_HISTORY.name(), KEY.text(), TableMapping.toAvro(was)));
    records.add(new Written(Topics.TABLES_HISTORY.name(), KEY.text(), TableMapping.toAvro(is)));
    records.add(new Written(Topics.TABLES.name(), KEY.text(), TableMapping.toAvro(was)));
    records.add(new Written(Topics.TABLES.name(), KEY.text(), TableMapping.toAvro(is)));
    for (UnitStanding each : standings) {
      records.add(new Written(Topics.STANDINGS.name(), key(each), StandingMapping.toAvro(each)));
    }
    records.add(new Written(Topics.STANDINGS.name(), key(gone), null));
    for (Change change : List.of(new Change(first, moved), new Change(null, moved))) {
      UnitStanding of = change.standing() == null ? gone : first;
      records.add(
          new Written(Topics.STANDINGS_HISTORY.name(), key(of), StandingMapping.toAvro(change)));
    }
    return records;
  }

  private static void assertMoves(
      View view, UnitStanding first, UnitStanding gone, SourceRecord sent, MovedBy moved) {
    List<SourceRecord> ofReport = view.movedBy(sent);
    assertEquals(2, ofReport.size());
    assertEquals(1, view.changes(KEY, first.body()).size());
    View.ChangeOf change = view.change(view.changes(KEY, gone.body()).get(0)).orElseThrow().value();
    assertEquals(new View.ChangeOf(KEY, gone.body(), new Change(null, moved)), change);
    assertEquals(List.of(), view.changes(KEY, "nobody"));
    assertEquals(List.of(), view.movedBy(new SourceRecord(sent.topic(), 0, 999)));
  }

  private static void assertReports(
      View view,
      ProgressReport report,
      SourceRecord sent,
      SourceRecord unreadable,
      SourceRecord receipt) {
    ReportKey series = new ReportKey("01", "CTCT-2024", "2024-S1");
    List<Answered> answered = view.receipts(series);
    assertEquals(1, answered.size());
    assertEquals(receipt, answered.get(0).receipt());
    assertEquals(Outcome.ACCEPTED, answered.get(0).outcome());
    assertEquals(sent, view.receipt(receipt).orElseThrow().value().source());
    Report read = view.report(sent).orElseThrow().value();
    assertEquals(report, read.report());
    assertEquals(ReportDigest.of(report), read.digest());
    assertEquals(new Report(null, null), view.report(unreadable).orElseThrow().value());
    for (SourceRecord none :
        List.of(
            new SourceRecord(sent.topic(), 0, 10_000),
            // The mark of the transaction's end.
            new SourceRecord(sent.topic(), 0, sent.offset() + 1),
            new SourceRecord(sent.topic(), 7, 0),
            new SourceRecord("tonghop.reports.99", 0, 0),
            new SourceRecord("tonghop.dead-letters", 0, 0))) {
      assertEquals(Optional.empty(), view.report(none), none.toString());
    }
    assertEquals(Optional.empty(), view.version(new SourceRecord("tonghop.reference", 0, 0)));
    assertEquals(Optional.empty(), view.receipt(sent));
  }

  @Test
  @Order(2)
  void aNewUnitsReceiptsAndAChangedTableAreFoundWhileItRuns() throws Exception {
    Set<TableKey> told = ConcurrentHashMap.newKeySet();
    TableKey key = SomeTables.key("CTCT-2023", "2023-Q2");
    try (LiveView view = started();
        WrittenTopics topics = new WrittenTopics(settings, "second");
        Admin admin = Admin.create(settings.clientConfig())) {
      View.Listening listening = view.listen(told::add);
      new TopicAdmin(admin, Replication.SINGLE).createUnits(List.of("75"), AS_IS);
      ProgressReport report = report("75", 3);
      SourceRecord place = new SourceRecord(Topics.reports("75").name(), 0, 0);
      NationalTable table =
          SomeTables.table(SomeTables.standings(key, REFERENCE, new Random(2)), 1);
      topics.abort(
          List.of(new Written(Topics.TABLES.name(), key.text(), TableMapping.toAvro(table))));
      topics.commit(
          List.of(
              new Written(
                  Topics.receipts("75").name(),
                  "CTCT-2024|2024-S1",
                  ReceiptMapping.toAvro(receipt(report, place)))));
      ReportKey series = new ReportKey("75", "CTCT-2024", "2024-S1");
      Await.until("the new unit's receipt", SOON, () -> view.receipts(series).size() == 1);
      assertEquals(Optional.empty(), view.table(key), "an aborted table was shown");
      topics.commit(
          List.of(new Written(Topics.TABLES.name(), key.text(), TableMapping.toAvro(table))));
      Await.until("the table is told of", SOON, () -> told.contains(key));
      listening.close();
      assertEquals(table, view.table(key).orElseThrow().value());
      topics.commit(List.of(new Written(Topics.TABLES.name(), key.text(), null)));
      Await.until("the table is gone", SOON, () -> view.table(key).isEmpty());
      assertFalse(view.targets("CTCT-2023").contains(key.target()));
    }
  }

  @Test
  @Order(3)
  void itStartsQuicklyBesideManyStandings() {
    List<Written> records = new ArrayList<>();
    TableKey key = SomeTables.key("CTCT-2022", "2022-Q1");
    List<UnitStanding> standings = SomeTables.standings(key, REFERENCE, new Random(3));
    try (WrittenTopics topics = new WrittenTopics(settings, "third")) {
      for (int i = 0; i < STANDINGS; i++) {
        UnitStanding standing = standings.get(i % standings.size());
        String body = "body-" + i % 100;
        String keyOf = "P" + i / 100 + "|2022-Q1|" + body;
        MovedBy moved =
            new MovedBy("40", "2022-Q1", 1, new SourceRecord("tonghop.reports.40", 0, i), AT);
        records.add(new Written(Topics.STANDINGS.name(), keyOf, StandingMapping.toAvro(standing)));
        records.add(
            new Written(
                Topics.STANDINGS_HISTORY.name(),
                keyOf,
                StandingMapping.toAvro(new Change(standing, moved))));
        if (records.size() >= 2_000) {
          topics.commit(records);
          records.clear();
        }
      }
      topics.commit(records);
    }
    long begun = System.nanoTime();
    try (LiveView view = started()) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.err.printf(
          "the view read %d standings and as many changes in %d ms; the process uses %d MiB%n",
          STANDINGS, took.toMillis(), (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      assertTrue(took.compareTo(START) < 0, took.toString());
      int last = STANDINGS - 1;
      TableKey ofLast = SomeTables.key("P" + last / 100, "2022-Q1");
      assertEquals(1, view.changes(ofLast, "body-" + last % 100).size());
      assertEquals(1, view.movedBy(new SourceRecord("tonghop.reports.40", 0, last)).size());
      assertTrue(view.standing(ofLast, "body-" + last % 100).isPresent());
    }
  }

  @Test
  @Order(4)
  void everyPageAddsUpToTheRecordThatItIsOfWhileTablesChange() throws Exception {
    try (Console console =
            Console.start(ConsoleSettings.beside(settings, 0, false), InstantSource.system());
        WrittenTopics topics = new WrittenTopics(settings, "fourth")) {
      Await.until("the page is ready", SOON, () -> console.view().isCaughtUp());
      PagesUnderLoad.readWhileWriting(console, topics);
      assertNull(console.view().failure());
    }
  }

  private static LiveView started() {
    LiveView view = LiveView.start(settings);
    Await.until(
        "all is read",
        SOON,
        () -> {
          assertNull(view.failure());
          return view.isCaughtUp();
        });
    return view;
  }

  private static String key(UnitStanding standing) {
    return standing.programme() + "|" + standing.target().label() + "|" + standing.body();
  }

  private static ProgressReport report(String unit, int revision) {
    return new ProgressReport(
        unit,
        "CTCT-2024",
        "2024-S1",
        revision,
        ReportKind.SUBMIT,
        LocalDate.of(2024, 6, 14),
        false,
        true,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Receipt receipt(ProgressReport report, SourceRecord source) {
    return new Receipt(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        Outcome.ACCEPTED,
        new FindingList(List.of(), 0),
        new FindingList(List.of(), 0),
        true,
        report.revision(),
        source,
        ReportDigest.of(report),
        1,
        AT);
  }
}
