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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Columns;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.letters.AuditedLetter;
import vn.tonghop.standalone.letters.Content;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterJson;
import vn.tonghop.standalone.letters.LetterName;
import vn.tonghop.standalone.letters.LetterStates;
import vn.tonghop.standalone.letters.Shown;
import vn.tonghop.standalone.letters.ShownText;
import vn.tonghop.standalone.process.StartException;

/** {@code tonghop dead-letters show 0-17}. */
@Command(
    name = "show",
    description = {
      "All of one dead letter: why it was rejected, what helps, what it says.",
      "Toàn bộ một bản ghi: lý do từ chối, cách xử lý, nội dung."
    })
final class ShowLetterCommand extends LetterCommand {

  private static final int UNREACHABLE = 3;

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
    Shown shown = new Shown(letter, states.of(letter), history, receipt(letter, settings), content);
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
          new Text("bản ghi không có nội dung để ghi ra tệp", "the letter has no bytes to write"));
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
    return letter.origin() == null
        ? null
        : receipt(settings, letter.origin(), letter.at(), Duration.ZERO);
  }
}
