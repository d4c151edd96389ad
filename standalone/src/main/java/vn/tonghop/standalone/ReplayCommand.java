package vn.tonghop.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.ReceiptText;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Columns;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.standalone.identity.AuditTopic;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterJson;
import vn.tonghop.standalone.letters.LetterLedger;
import vn.tonghop.standalone.letters.LetterName;
import vn.tonghop.standalone.letters.LetterState;
import vn.tonghop.standalone.letters.LetterStates;
import vn.tonghop.standalone.letters.LetterText;
import vn.tonghop.standalone.letters.Replay;

/** {@code tonghop dead-letters replay}: sends what was rejected again, after a mend. */
@Command(
    name = "replay",
    description = {
      "Sends letters again as they came, after a mend, and waits for the new receipts.",
      "Gửi lại nguyên các bản ghi sau khi khắc phục, và đợi biên nhận mới."
    })
final class ReplayCommand extends LetterCommand {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Parameters(
      arity = "0..*",
      paramLabel = NAME,
      converter = NameConverter.class,
      description = {
        "As list shows them; or else all open ones that the options below mean /",
        "tên như trong danh sách; hoặc mọi bản ghi chưa xử lý theo các tùy chọn dưới đây."
      })
  private List<LetterName> names = new ArrayList<>();

  @Mixin private LetterSelection selection = new LetterSelection();

  @Option(
      names = "--dry-run",
      description = "Only list what would be sent / chỉ liệt kê, không gửi.")
  private boolean dryRun;

  @Option(
      names = "--again",
      description = {
        "Also what was replayed or dropped before /",
        "cả những bản ghi đã gửi lại hoặc đã đóng."
      })
  private boolean again;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "Of the receipts: for people, or JSON Lines / dạng biên nhận.")
  private Form format = Form.text;

  @Override
  void check() {
    if (names.isEmpty() == selection.isEmpty()) {
      throw misuse(
          new Text(
              "replay: ghi tên các bản ghi, hoặc --unit, --code, --from, --to; không ghi cả hai",
              "replay: give names of letters, or --unit, --code, --from, --to; not both"));
    }
    if (again && names.isEmpty()) {
      // Each replay that is rejected is a letter of its own: they would double with each run.
      throw misuse(
          new Text(
              "replay: --again chỉ dùng với tên các bản ghi",
              "replay: --again needs names of letters"));
    }
  }

  @Override
  int run(DeadLetters letters, Settings settings, Map<String, Object> config)
      throws InterruptedException {
    List<Letter> named = named(letters, names);
    if (dryRun) {
      list(letters, named);
      return 0;
    }
    try (LetterLedger ledger = LetterLedger.open(config);
        ReceiptReader receipts = ReceiptReader.open(settings)) {
      Set<String> topics = topics(config);
      ledger.begin();
      // Read after the beginning: nobody else can send any more what it does not show.
      LetterStates states = letters.states();
      Told told = new Told(settings);
      Replay replay =
          new Replay(ledger, states, topics, receipts, new Replay.Rules(again, PATIENCE), told);
      long[] left = new long[1];
      each(
          letters,
          named,
          states,
          letter -> {
            if (replay.isSilent()) {
              left[0]++;
            } else {
              replay.take(letter);
            }
          });
      replay.finish();
      if (left[0] > 0) {
        told.notSent(left[0]);
      }
      return told.code();
    }
  }

  private void list(DeadLetters letters, List<Letter> named) {
    LetterStates states = letters.states();
    each(
        letters,
        named,
        states,
        letter -> print(LetterText.line(letter, states.of(letter), lang())));
  }

  /** Names are taken as they are; of a selection, only those that are open. */
  private void each(
      DeadLetters letters, List<Letter> named, LetterStates states, Consumer<Letter> take) {
    if (!names.isEmpty()) {
      named.forEach(take);
      return;
    }
    letters.forEach(
        selection.filter(),
        letter -> {
          if (states.of(letter) instanceof LetterState.Open) {
            take.accept(letter);
          }
        });
  }

  private static Set<String> topics(Map<String, Object> config) throws InterruptedException {
    try (Admin admin = Admin.create(config)) {
      AuditTopic.require(admin);
      return Asked.of(admin.listTopics().names());
    }
  }

  /** Prints what becomes of each letter, and keeps the exit code. */
  private final class Told implements Replay.Listener {

    private final Settings settings;
    private boolean failed;

    Told(Settings settings) {
      this.settings = settings;
    }

    int code() {
      return failed ? 1 : 0;
    }

    void notSent(long count) {
      failed = true;
      say(
          new Text(
              "còn %d bản ghi chưa gửi, vì những bản ghi trước chưa có biên nhận: hệ thống tổng hợp có đang chạy không?"
                  .formatted(count),
              "%d letters were not sent, since those before got no receipts: is the roll-up running?"
                  .formatted(count)));
    }

    @Override
    public void refused(Letter letter, Text why) {
      failed = true;
      say(
          new Text(
              letter.name() + ": không gửi: " + why.vi(),
              letter.name() + ": not sent: " + why.en()));
    }

    @Override
    public void sentBefore(Letter letter, LetterState.Replayed before) {
      say(
          new Text(
              letter.name() + ": đã gửi lại trước đây, không gửi nữa (--again: vẫn gửi)",
              letter.name() + ": replayed before, not sent again (--again sends it)"));
      tell(letter, before, true, receipt(settings, before.to(), before.at(), PATIENCE));
    }

    @Override
    public void answered(Letter letter, LetterState.Replayed sent, Receipt receipt) {
      tell(letter, sent, false, receipt);
    }

    @Override
    public void unanswered(Letter letter, LetterState.Replayed sent) {
      tell(letter, sent, false, null);
    }

    private void tell(
        Letter letter, LetterState.Replayed sent, boolean before, @Nullable Receipt receipt) {
      failed |= receipt == null || isNoGood(receipt.outcome());
      if (format == Form.json) {
        print(LetterJson.line(letter, sent, before, receipt));
        return;
      }
      print(letter.name() + " → " + LetterText.place(sent.to()));
      print(
          receipt == null
              ? lang()
                  .pick(
                      "  đã gửi, chưa có biên nhận; chạy lại lệnh này để xem",
                      "  sent, no receipt yet; run this again to see it")
              : ReceiptText.write(receipt, lang(), Columns.ofStandardOutput()).stripTrailing());
    }

    private static boolean isNoGood(Outcome outcome) {
      return outcome == Outcome.REJECTED || outcome == Outcome.CONFLICT;
    }
  }
}
