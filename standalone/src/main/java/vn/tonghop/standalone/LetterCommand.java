package vn.tonghop.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterName;
import vn.tonghop.standalone.letters.Replay;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.SecurityFolder;

/** What the commands on dead letters share: the administrator's settings, and what is said. */
@Command(mixinStandardHelpOptions = true)
abstract class LetterCommand implements Callable<Integer> {

  static final String NAME = "PARTITION-OFFSET";

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The forms in which a letter is printed. */
  enum Form {
    text,
    json
  }

  @Override
  public final Integer call() throws IOException, InterruptedException {
    check();
    Settings settings = options.settings(System.getenv(), SecurityFolder::administrator);
    Map<String, Object> config = ClientConfig.of(settings);
    try (DeadLetters letters = DeadLetters.open(config)) {
      int code = run(letters, settings, config);
      spec.commandLine().getOut().flush();
      return code;
    }
  }

  /** Finds what is wrong with the command line beyond its form. */
  void check() {}

  abstract int run(DeadLetters letters, Settings settings, Map<String, Object> config)
      throws IOException, InterruptedException;

  final Language lang() {
    return options.lang();
  }

  /** A line of what was asked for. There may be a million: not each is flushed. */
  final void print(String line) {
    spec.commandLine().getOut().print(line + "\n");
  }

  final void say(Text text) {
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().println(text.in(lang()));
    spec.commandLine().getErr().flush();
  }

  final ParameterException misuse(Text text) {
    return new ParameterException(spec.commandLine(), text.in(lang()));
  }

  /**
   * The letters of those names, each once.
   *
   * @throws StartException if there is none of a name: then nothing has been done yet
   */
  static List<Letter> named(DeadLetters letters, List<LetterName> names) {
    List<Letter> found = new ArrayList<>();
    for (LetterName name : names.stream().distinct().sorted().toList()) {
      found.add(one(letters, name));
    }
    return found;
  }

  static Letter one(DeadLetters letters, LetterName name) {
    Optional<Letter> letter = letters.find(name);
    return letter.orElseThrow(
        () ->
            new StartException(
                new Text(
                    "không có bản ghi bị từ chối nào tên %s; xem danh sách: dead-letters list --all"
                        .formatted(name),
                    "there is no dead letter %s; see dead-letters list --all".formatted(name))));
  }

  /**
   * The receipt of a record; null if it does not come in time, or the unit's receipts topic is
   * gone.
   *
   * @param at the record's time
   */
  static @Nullable Receipt receipt(
      Settings settings, SourceRecord record, Instant at, Duration patience) {
    try (ReceiptReader reader = ReceiptReader.open(settings)) {
      return Replay.receipt(reader, record, at, patience).orElse(null);
    } catch (PublishException e) {
      if (e.reason() != PublishException.Reason.NO_SUCH_TOPIC) {
        throw e;
      }
      return null;
    }
  }

  static final class NameConverter implements ITypeConverter<LetterName> {
    @Override
    public LetterName convert(String value) {
      return LetterName.parse(value)
          .orElseThrow(() -> new TypeConversionException("'" + value + "': " + NAME));
    }
  }
}
