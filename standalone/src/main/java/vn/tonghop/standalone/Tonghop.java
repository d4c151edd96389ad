package vn.tonghop.standalone;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.cli.CurrentCommand;
import vn.tonghop.producer.cli.NilCommand;
import vn.tonghop.producer.cli.OutboxCommand;
import vn.tonghop.producer.cli.ReceiptsCommand;
import vn.tonghop.producer.cli.SubmitCommand;
import vn.tonghop.producer.cli.TemplateCommand;
import vn.tonghop.producer.cli.ValidateCommand;
import vn.tonghop.producer.cli.WithdrawCommand;
import vn.tonghop.producer.settings.AskedLanguage;
import vn.tonghop.standalone.log.ClientLogs;

/** {@code ./tonghop}: the root of all commands. */
@Command(
    name = "tonghop",
    description = "Rolls provincial progress reports up into national tables, as they arrive.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      TryCommand.class,
      SubmitCommand.class,
      OutboxCommand.class,
      ValidateCommand.class,
      CurrentCommand.class,
      NilCommand.class,
      WithdrawCommand.class,
      TemplateCommand.class,
      TableCommand.class,
      ReceiptsCommand.class,
      LagCommand.class,
      MonitorCommand.class,
      ConsoleCommand.class,
      DeadLettersCommand.class,
      ReferenceCommand.class,
      UnitCommand.class,
      ReaderCommand.class,
      AuditCommand.class,
      SecretsCommand.class,
      SetupCommand.class,
      RunCommand.class,
      NodeCommand.class
    })
public final class Tonghop implements Runnable {
  /** They go on, or run a system of their own. All others are clients that end by themselves. */
  private static final Set<Class<?>> WITH_LOG =
      Set.of(
          DemoCommand.class,
          UpCommand.class,
          TryCommand.class,
          OutboxCommand.class,
          MonitorCommand.class,
          ConsoleCommand.class,
          RunCommand.class,
          NodeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  private final PrintStream out;

  private Tonghop(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    int code =
        commandLine(System.out, System.err)
            .setExecutionStrategy(Tonghop::execute)
            .execute(arguments);
    if (System.out.checkError()) {
      // A full disk behind a redirection: what was asked for did not arrive.
      System.err.println("standard output cannot be written / không ghi được kết quả");
      code = Math.max(code, 1);
    }
    System.exit(code);
  }

  private static int execute(ParseResult parsed) {
    List<CommandLine> words = parsed.asCommandLineList();
    if (!WITH_LOG.contains(words.get(words.size() - 1).getCommand().getClass())) {
      ClientLogs.leaveToTheCommand();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Writes UTF-8 whatever the locale: names are Vietnamese. */
  static CommandLine commandLine(PrintStream out, PrintStream err) {
    CommandLine tonghop = new CommandLine(new Tonghop(out));
    AskedLanguage.addTo(tonghop);
    return tonghop
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(new Misuse())
        .setExecutionExceptionHandler(new Explanation());
  }

  /** Standard output for bytes, behind all text that a command has printed before. */
  static PrintStream output(CommandSpec command) {
    command.commandLine().getOut().flush();
    return ((Tonghop) command.root().userObject()).out;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }
}
