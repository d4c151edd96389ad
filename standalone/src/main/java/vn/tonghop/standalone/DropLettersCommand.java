package vn.tonghop.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.AuditTopic;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterLedger;
import vn.tonghop.standalone.letters.LetterName;
import vn.tonghop.standalone.letters.LetterState;
import vn.tonghop.standalone.letters.LetterStates;
import vn.tonghop.standalone.letters.LetterText;

/** {@code tonghop dead-letters drop 0-17 --by NAME --reason TEXT}. */
@Command(
    name = "drop",
    description = {
      "Closes letters that nothing more is to be done about; they stay in their topic.",
      "Đóng các bản ghi không cần làm gì thêm; chúng vẫn được giữ trong kênh."
    })
final class DropLettersCommand extends LetterCommand {

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

  private static void requireAudit(Map<String, Object> config) throws InterruptedException {
    try (Admin admin = Admin.create(config)) {
      AuditTopic.require(admin);
    }
  }
}
