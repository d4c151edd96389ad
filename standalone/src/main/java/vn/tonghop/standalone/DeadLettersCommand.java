package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Columns;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.AuditTopic;
import vn.tonghop.standalone.letters.AuditedLetter;
import vn.tonghop.standalone.letters.Content;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterJson;
import vn.tonghop.standalone.letters.LetterLedger;
import vn.tonghop.standalone.letters.LetterName;
import vn.tonghop.standalone.letters.LetterState;
import vn.tonghop.standalone.letters.LetterStates;
import vn.tonghop.standalone.letters.LetterText;
import vn.tonghop.standalone.letters.Replay;
import vn.tonghop.standalone.letters.Shown;
import vn.tonghop.standalone.letters.ShownText;
import vn.tonghop.standalone.process.StartException;

/** {@code tonghop dead-letters}: what was rejected, for whoever is on call. */
@Command(
    name = "dead-letters",
    description = {
      "What was rejected and kept: look at it, send it again after a mend, or close it.",
      "Các bản ghi bị từ chối: xem, gửi lại sau khi khắc phục, hoặc đóng."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      DeadLettersCommand.ListThem.class,
      DeadLettersCommand.Show.class,
      ReplayCommand.class,
      DeadLettersCommand.Drop.class
    })
final class DeadLettersCommand implements Runnable {

  private static final int UNREACHABLE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** {@code tonghop dead-letters list}. */
  @Command(
      name = "list",
      description = {
        "Dead letters, one a line: those that nobody has dealt with, unless --all.",
        "Các bản ghi bị từ chối, mỗi bản ghi một dòng: chưa xử lý, hoặc tất cả với --all."
      })
  static final class ListThem extends LetterCommand {

    @Mixin private LetterSelection selection = new LetterSelection();

    @Option(names = "--open", description = "Those not dealt with (default) / chưa xử lý.")
    private boolean open;

    @Option(names = "--all", description = "The replayed and dropped ones, too / tất cả.")
    private boolean all;

    @Option(
        names = "--format",
        defaultValue = "text",
        paramLabel = "text|json",
        description = "One line a letter, or JSON Lines / mỗi bản ghi một dòng.")
    private Form format = Form.text;

    @Override
    void check() {
      if (open && all) {
        throw misuse(
            new Text("--open và --all: chỉ ghi một", "--open and --all: give one of them"));
      }
    }

    @Override
    int run(DeadLetters letters, Settings settings, Map<String, Object> config) {
      LetterStates states = letters.states();
      letters.forEach(
          selection.filter(),
          letter -> {
            LetterState state = states.of(letter);
            if (all || state instanceof LetterState.Open) {
              print(
                  format == Form.json
                      ? LetterJson.line(letter, state)
                      : LetterText.line(letter, state, lang()));
            }
          });
      return 0;
    }
  }

  /** {@code tonghop dead-letters show 0-17}. */
  @Command(
      name = "show",
      description = {
        "All of one dead letter: why it was rejected, what helps, what it says.",
        "Toàn bộ một bản ghi: lý do từ chối, cách xử lý, nội dung."
      })
  static final class Show extends LetterCommand {

    @Parameters(
        paramLabel = NAME,
        converter = NameConverter.class,
        description = "As list shows it / tên như trong danh sách.")
    private LetterName name = new LetterName(0, 0);

    @Option(
        names = "--format",
        defaultValue = "text",
        paramLabel = "text|json",
        description = "For people, or one line of JSON / cho người đọc, hoặc JSON.")
    private Form format = Form.text;

    @Option(
        names = "--raw",
        paramLabel = "FILE",
        description = {
          "Also write the bytes as received to this new file /",
          "ghi nguyên các byte đã nhận vào tệp mới này."
        })
    private @Nullable Path raw;

    @Override
    int run(DeadLetters letters, Settings settings, Map<String, Object> config) throws IOException {
      Letter letter = one(letters, name);
      if (raw != null) {
        write(letter, raw);
      }
      List<AuditedLetter> history = new ArrayList<>();
      LetterStates states = new LetterStates();
      letters.forEachDone(
          done -> {
            states.add(done);
            if (done.isAbout(letter)) {
              history.add(done);
            }
          });
      Content content = Content.of(letter.value(), config);
      Shown shown =
          new Shown(letter, states.of(letter), history, receipt(letter, settings), content);
      if (format == Form.json) {
        print(LetterJson.line(shown));
      } else {
        ShownText.lines(shown, lang(), Columns.ofStandardOutput()).forEach(this::print);
      }
      if (content.registryAway() == null) {
        return 0;
      }
      say(
          new Text(
              "Kho lược đồ không trả lời nên chưa đọc được nội dung: " + content.registryAway(),
              "The registry is out of reach, so the content was not decoded: "
                  + content.registryAway()));
      return UNREACHABLE;
    }

    private static void write(Letter letter, Path file) throws IOException {
      if (letter.value() == null) {
        throw new StartException(
            new Text(
                "bản ghi không có nội dung để ghi ra tệp", "the letter has no bytes to write"));
      }
      try {
        Files.write(file, letter.value(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new StartException(
            new Text(
                file + " đã có: --raw không ghi đè tệp nào",
                file + " is there already: --raw replaces no file"),
            e);
      }
    }

    /** None if nobody ever answered, or the unit's receipts topic is gone. */
    private @Nullable Receipt receipt(Letter letter, Settings settings) {
      if (letter.origin() == null) {
        return null;
      }
      try (ReceiptReader reader = ReceiptReader.open(settings)) {
        return Replay.receipt(reader, letter.origin(), letter.at(), Duration.ZERO).orElse(null);
      } catch (PublishException e) {
        if (e.reason() != PublishException.Reason.NO_SUCH_TOPIC) {
          throw e;
        }
        return null;
      }
    }
  }

  /** {@code tonghop dead-letters drop 0-17 --by NAME --reason TEXT}. */
  @Command(
      name = "drop",
      description = {
        "Closes letters that nothing more is to be done about; they stay in their topic.",
        "Đóng các bản ghi không cần làm gì thêm; chúng vẫn được giữ trong kênh."
      })
  static final class Drop extends LetterCommand {

    private static final int MOST_BY = 200;
    private static final int MOST_REASON = 2_000;

    @Parameters(
        arity = "1..*",
        paramLabel = NAME,
        converter = NameConverter.class,
        description = "As list shows them / tên như trong danh sách.")
    private List<LetterName> names = new ArrayList<>();

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why nothing is to be done / vì sao không cần làm gì.")
    private String reason = "";

    @Option(
        names = "--by",
        required = true,
        paramLabel = "NAME",
        description = "Who decided that / ai quyết định.")
    private String by = "";

    @Override
    void check() {
      check("--by", by, MOST_BY);
      check("--reason", reason, MOST_REASON);
    }

    private void check(String option, String text, int most) {
      if (text.isBlank() || text.length() > most) {
        throw misuse(
            new Text(
                "%s: cần từ 1 đến %d ký tự".formatted(option, most),
                "%s: give 1 to %d characters".formatted(option, most)));
      }
    }

    @Override
    int run(DeadLetters letters, Settings settings, Map<String, Object> config)
        throws InterruptedException {
      List<Letter> named = named(letters, names);
      requireAudit(config);
      try (LetterLedger ledger = LetterLedger.open(config)) {
        ledger.begin();
        LetterStates states = letters.states();
        LetterState.Dropped dropped = new LetterState.Dropped(by.strip(), reason.strip());
        List<Letter> open =
            named.stream().filter(each -> states.of(each) instanceof LetterState.Open).toList();
        if (!open.isEmpty()) {
          ledger.drop(open, dropped);
        }
        boolean replayed = false;
        for (Letter each : named) {
          LetterState before = states.of(each);
          boolean done = open.contains(each);
          replayed |= before instanceof LetterState.Replayed;
          say(
              new Text(
                  each.name()
                      + (done ? ": " : ": không đổi, ")
                      + LetterText.state(done ? dropped : before, Language.VI),
                  each.name()
                      + (done ? ": " : ": unchanged, ")
                      + LetterText.state(done ? dropped : before, Language.EN)));
        }
        return replayed ? 1 : 0;
      }
    }
  }

  static void requireAudit(Map<String, Object> config) throws InterruptedException {
    try (Admin admin = Admin.create(config)) {
      AuditTopic.require(admin);
    }
  }
}
