package vn.tonghop.standalone;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.monitor.MonitorSettings;
import vn.tonghop.monitor.business.Business;
import vn.tonghop.monitor.business.BusinessWatch;
import vn.tonghop.monitor.lag.LagWatch;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Place;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.Verdict;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.lag.LagJson;
import vn.tonghop.standalone.lag.LagOrder;
import vn.tonghop.standalone.lag.LagText;
import vn.tonghop.standalone.lag.UnitLine;
import vn.tonghop.standalone.lag.UnitsText;
import vn.tonghop.standalone.table.Terminal;

/** {@code tonghop lag}: how far behind the roll-up is, read from the broker. */
@Command(
    name = "lag",
    description = {
      "How far behind the roll-up and its readers are, by unit and stage; worst first.",
      "Độ trễ xử lý theo đơn vị và theo công đoạn; xấu nhất trước.",
      "Exit code 1 when anything is STALLED or STOPPED / mã thoát 1 khi có nơi kẹt hoặc dừng."
    },
    mixinStandardHelpOptions = true)
final class LagCommand implements Callable<Integer> {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration REDRAW = Duration.ofSeconds(2);

  /** Shorter than the daemon's: somebody waits for the answer. */
  private static final Duration STALL = Duration.ofSeconds(10);

  /** All of it, however long: whoever asks once waits for the whole answer. */
  private static final Duration WHOLE = Duration.ofDays(1);

  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private MonitorOptions monitor = new MonitorOptions();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "One line a partition, or JSON Lines (default: ${DEFAULT-VALUE}).")
  private Form format = Form.text;

  @Option(
      names = "--sort",
      defaultValue = "verdict",
      paramLabel = "lag|seconds|unit|verdict",
      description = {
        "Worst first, or by unit / sắp xếp: xấu nhất trước, hoặc theo đơn vị",
        "(default: ${DEFAULT-VALUE})."
      })
  private LagOrder order = LagOrder.verdict;

  @Option(
      names = "--watch",
      description = "Look every 2 s until Ctrl-C / xem lại mỗi 2 giây đến khi Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--units",
      description = {
        "Instead of lag: last reports, silent units before the next deadline, rejects /",
        "thay cho độ trễ: báo cáo gần nhất, đơn vị chưa báo cáo trước hạn, số bị từ chối."
      })
  private boolean units;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The forms in which lag is printed. */
  enum Form {
    text,
    json
  }

  @Override
  public Integer call() throws InterruptedException {
    if (units && watch) {
      throw new ParameterException(
          spec.commandLine(),
          options.lang().pick("--units không đi cùng --watch", "--units does not go with --watch"));
    }
    MonitorSettings settings = monitor.settings(options.settings(System.getenv()), spec);
    if (!watch) {
      settings = settings.with(settings.target().groups(), hasty(settings.limits()));
    }
    try (Admin admin = Admin.create(settings.clients());
        LagWatch lag =
            new LagWatch(
                admin,
                settings.clients(),
                settings.target(),
                settings.limits(),
                InstantSource.system())) {
      if (units) {
        printUnits(settings, lag.look());
        return 0;
      }
      return watch ? watch(lag, settings.limits()) : once(lag, settings.limits());
    }
  }

  private static Limits hasty(Limits limits) {
    Duration stall = limits.stall().compareTo(STALL) < 0 ? limits.stall() : STALL;
    return new Limits(limits.fresh(), stall, limits.window());
  }

  private int once(LagWatch lag, Limits limits) throws InterruptedException {
    Seen first = lag.look();
    Thread.sleep(BETWEEN.toMillis());
    Seen last = lag.look();
    boolean told = false;
    while (isUndecided(first, last) && last.at().isBefore(first.at().plus(limits.stall()))) {
      if (!told) {
        told = true;
        sayThatNothingIsCommitted(limits);
      }
      Thread.sleep(BETWEEN.toMillis());
      last = lag.look();
    }
    print(last, limits, Duration.between(first.at(), last.at()));
    return last.isTrouble() ? 1 : 0;
  }

  /** Two looks do not tell a stall from a pause between two commits. */
  private static boolean isUndecided(Seen first, Seen last) {
    Map<Place, Long> before = new HashMap<>();
    first.places().forEach(each -> before.put(each.place(), each.look().committed()));
    return last.places().stream()
        .anyMatch(
            each ->
                each.lag().verdict() == Verdict.LAGGING
                    && Long.valueOf(each.look().committed()).equals(before.get(each.place())));
  }

  private void sayThatNothingIsCommitted(Limits limits) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        options
            .lang()
            .pick(
                "có bản ghi đang chờ mà chưa thấy ghi nhận thêm: xem tiếp tối đa %d giây",
                "records wait and nothing was committed between two looks: looking on for up to %d s")
            .formatted(limits.stall().toSeconds()));
    err.flush();
  }

  private int watch(LagWatch lag, Limits limits) throws InterruptedException {
    CleanEnd end = CleanEnd.begin();
    try {
      Instant first = Instant.now();
      while (true) {
        Seen seen = lag.look();
        if (format == Form.text) {
          spec.commandLine()
              .getOut()
              .print(Terminal.ofThisProcess().colours() ? HOME_AND_CLEAR : "");
        }
        Duration since = Duration.between(first, seen.at());
        print(seen, limits, since.compareTo(limits.window()) < 0 ? since : limits.window());
        if (format == Form.text) {
          spec.commandLine().getOut().println();
        }
        spec.commandLine().getOut().flush();
        Thread.sleep(REDRAW.toMillis());
      }
    } finally {
      end.byItself();
    }
  }

  private void print(Seen seen, Limits limits, Duration over) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Form.json) {
      order.sorted(seen).forEach(each -> out.println(LagJson.line(each, seen, limits)));
      return;
    }
    new LagText(options.lang(), Terminal.ofThisProcess(), limits)
        .lines(seen, order, over)
        .forEach(out::println);
  }

  private void printUnits(MonitorSettings settings, Seen seen) {
    try (NewestReference reference = new NewestReference(settings.clients());
        BusinessWatch business =
            new BusinessWatch(
                settings.clients(), WHOLE, settings.regime(), reference, InstantSource.system())) {
      Business found = business.look(seen);
      List<UnitLine> lines = UnitLine.of(seen, found);
      PrintWriter out = spec.commandLine().getOut();
      if (format == Form.json) {
        lines.forEach(each -> out.println(each.json()));
        return;
      }
      new UnitsText(options.lang(), Terminal.ofThisProcess())
          .lines(found.deadlines(), lines, seen.unread(), seen.at())
          .forEach(out::println);
    }
  }
}
