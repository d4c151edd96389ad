package vn.tonghop.standalone;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.LetterJson;
import vn.tonghop.standalone.letters.LetterState;
import vn.tonghop.standalone.letters.LetterStates;
import vn.tonghop.standalone.letters.LetterText;

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
      ShowLetterCommand.class,
      ReplayCommand.class,
      DropLettersCommand.class
    })
final class DeadLettersCommand implements Runnable {

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
}
