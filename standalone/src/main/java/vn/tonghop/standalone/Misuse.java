package vn.tonghop.standalone;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.settings.AskedLanguage;
import vn.tonghop.producer.text.Text;

/**
 * Says what is wrong with a command line. Picocli speaks English and names Java classes; what the
 * commands themselves find wrong is passed on as it is.
 */
final class Misuse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Language lang = AskedLanguage.of(List.of(arguments));
    command.getErr().println(isPicoclis(e) ? line(e, command, lang) : e.getMessage());
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static boolean isPicoclis(ParameterException e) {
    return e.getClass() != ParameterException.class || e.getArgSpec() != null;
  }

  private static String line(ParameterException e, CommandLine command, Language lang) {
    String help = command.getCommandSpec().qualifiedName(" ") + " --help";
    return text(e, command).in(lang) + lang.pick("; xem: ", "; see: ") + help;
  }

  private static Text text(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, command);
    }
    if (e instanceof MissingCommandException) {
      String commands = String.join(", ", command.getSubcommands().keySet());
      return new Text(
          "Thiếu lệnh; cần một trong: " + commands, "A command is missing; one of: " + commands);
    }
    if (e instanceof MissingParameterException missing && missing.getMissing() != null) {
      String names =
          missing.getMissing().stream().map(Misuse::described).collect(Collectors.joining(", "));
      return new Text("Thiếu: " + names, "Missing: " + names);
    }
    if (e instanceof OverwrittenOptionException twice) {
      String name = name(twice.getOverwritten());
      return new Text(
          "Tùy chọn " + name + " chỉ được ghi một lần",
          "Option " + name + " stands more than once");
    }
    ArgSpec argument = e.getArgSpec();
    if (argument != null && e.getValue() != null) {
      Text accepted = accepted(argument);
      return new Text(
          "%s: giá trị '%s' không hợp lệ; cần %s"
              .formatted(name(argument), e.getValue(), accepted.vi()),
          "%s: '%s' is no value for it; give %s"
              .formatted(name(argument), e.getValue(), accepted.en()));
    }
    return new Text(
        "Dòng lệnh không đúng: " + e.getMessage(), "The command line is wrong: " + e.getMessage());
  }

  private static Text unmatched(UnmatchedArgumentException e, CommandLine command) {
    String first = e.getUnmatched().isEmpty() ? "?" : e.getUnmatched().get(0);
    List<String> close = e.getSuggestions();
    String vi = close.isEmpty() ? "" : " (ý bạn là " + String.join(", ", close) + "?)";
    String en = close.isEmpty() ? "" : " (did you mean " + String.join(", ", close) + "?)";
    if (first.startsWith("-")) {
      return new Text("Tùy chọn " + first + " không có" + vi, "No such option: " + first + en);
    }
    if (!command.getSubcommands().isEmpty()) {
      return new Text("Lệnh " + first + " không có" + vi, "No such command: " + first + en);
    }
    return new Text("Thừa tham số: " + first, "One parameter too many: " + first);
  }

  /** As the help shows it: {@code --table PERIOD PROGRAMME}, {@code FILE}. */
  private static String described(ArgSpec argument) {
    return argument.isOption()
        ? name(argument) + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static Text accepted(ArgSpec argument) {
    Class<?> type = argument.type();
    if (type == LocalDate.class) {
      return new Text("ngày theo mẫu 2025-07-01", "a date such as 2025-07-01");
    }
    if (type == int.class || type == short.class) {
      int most = type == int.class ? Integer.MAX_VALUE : Short.MAX_VALUE;
      return new Text("số nguyên, tối đa " + most, "a whole number, at most " + most);
    }
    String values =
        type.isEnum() && !argument.paramLabel().contains("|")
            ? Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining("|"))
            : argument.paramLabel();
    return new Text(values, values);
  }
}
