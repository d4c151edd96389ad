package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.console.access.AccessSettings;
import vn.tonghop.console.access.Account;
import vn.tonghop.console.access.AccountFile;
import vn.tonghop.console.access.Caller;
import vn.tonghop.console.access.PasswordHash;
import vn.tonghop.console.access.PasswordHash.Cost;
import vn.tonghop.console.access.Role;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.AccountsOnDisk;
import vn.tonghop.standalone.security.NewPassword;

/** {@code tonghop console user}: who may sign in to the page. */
@Command(
    name = "user",
    description = {
      "Accounts of the page: who may sign in, and what for.",
      "Tài khoản của trang tổng hợp: ai được đăng nhập, với vai trò nào."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ConsoleUserCommand.Add.class,
      ConsoleUserCommand.ListAll.class,
      ConsoleUserCommand.Passwd.class,
      ConsoleUserCommand.Remove.class
    })
final class ConsoleUserCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** What these commands share: the file, and what is said. */
  @Command(mixinStandardHelpOptions = true)
  abstract static class OfFile implements Callable<Integer> {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws IOException {
      Settings settings = options.settings(System.getenv());
      run(AccessSettings.file(settings.kafka(), settings.data()));
      return 0;
    }

    abstract void run(Path file) throws IOException;

    final Language lang() {
      return options.lang();
    }

    final void print(String line) {
      spec.commandLine().getOut().println(line);
    }

    final void say(Text text) {
      spec.commandLine().getErr().println(text.in(lang()));
      spec.commandLine().getErr().flush();
    }

    final ParameterException misuse(Text text) {
      return new ParameterException(spec.commandLine(), text.in(lang()));
    }
  }

  /** A command about one account. */
  abstract static class OfOne extends OfFile {

    @Parameters(
        paramLabel = "NAME",
        description = "a-z, 0-9, . _ @ - (at most 64) / tên tài khoản.")
    private String name = "";

    final String name() {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!Caller.isName(lower)) {
        throw misuse(
            new Text(
                "\"%s\" không dùng làm tên tài khoản được: cần 1 đến 64 ký tự a-z, 0-9, . _ @ -"
                    .formatted(name),
                "\"%s\" cannot be an account's name: 1 to 64 of a-z, 0-9, . _ @ -"
                    .formatted(name)));
      }
      return lower;
    }

    /** The account of that name, or the exit code that says that there is none. */
    static Account existing(SortedMap<String, Account> accounts, String name, Path file) {
      @Nullable Account account = accounts.get(name);
      if (account == null) {
        throw new StartException(
            new Text(
                "không có tài khoản %s trong %s".formatted(name, file),
                "there is no account %s in %s".formatted(name, file)));
      }
      return account;
    }
  }

  /** {@code tonghop console user add lan --role viewer}. */
  @Command(
      name = "add",
      description = {
        "A new account; its password is asked for, or is the first line of standard input.",
        "Thêm tài khoản; mật khẩu được hỏi, hoặc là dòng đầu của dữ liệu vào chuẩn."
      })
  static final class Add extends OfOne {

    @Option(
        names = "--role",
        paramLabel = "viewer|publisher|operator",
        description = "What it is for / vai trò.")
    private @Nullable String role;

    @Option(
        names = "--unit",
        paramLabel = "CODE",
        description = "In place of a role: the one unit whose figures it sees / mã đơn vị.")
    private @Nullable String unit;

    @Override
    void run(Path file) throws IOException {
      Caller holder = holder();
      boolean isFirst = !Files.exists(file);
      requireNew(AccountsOnDisk.read(file), holder.name(), file);
      String password = NewPassword.ask(holder.name(), lang());
      Account account = new Account(holder, PasswordHash.of(password, Cost.DEFAULT));
      AccountsOnDisk.change(
          file,
          accounts -> {
            requireNew(accounts, holder.name(), file);
            accounts.put(holder.name(), account);
          });
      say(
          new Text(
              "Đã thêm %s (%s) vào %s".formatted(holder.name(), account.kind(), file),
              "Added %s (%s) to %s".formatted(holder.name(), account.kind(), file)));
      if (isFirst) {
        say(
            new Text(
                "Trang đang chạy không có tài khoản vẫn không hỏi ai: hãy dừng rồi chạy lại.",
                "A page that runs without accounts goes on asking nobody: end it and start it"
                    + " again."));
      }
    }

    private Caller holder() {
      String name = name();
      @Nullable Role known =
          unit != null
              ? Role.UNIT
              : Role.of(String.valueOf(role)).filter(each -> each != Role.UNIT).orElse(null);
      if (known == null || (unit != null && role != null)) {
        String roles =
            Arrays.stream(Role.values())
                .filter(each -> each != Role.UNIT)
                .map(Role::tag)
                .collect(Collectors.joining("|"));
        throw misuse(
            new Text(
                "Cần một trong hai: --role %s, hoặc --unit MÃ_ĐƠN_VỊ".formatted(roles),
                "Give one of the two: --role %s, or --unit CODE".formatted(roles)));
      }
      if (unit != null && !Caller.isUnit(unit)) {
        throw misuse(
            new Text(
                "--unit: \"%s\" không phải mã đơn vị".formatted(unit),
                "--unit: \"%s\" is no code of a unit".formatted(unit)));
      }
      return new Caller(name, known, unit);
    }

    private static void requireNew(SortedMap<String, Account> accounts, String name, Path file) {
      if (accounts.containsKey(name)) {
        throw new StartException(
            new Text(
                "đã có tài khoản %s trong %s; đổi mật khẩu bằng passwd".formatted(name, file),
                "there is an account %s in %s; passwd gives it another password"
                    .formatted(name, file)));
      }
    }
  }

  /** {@code tonghop console user list}. */
  @Command(
      name = "list",
      description = {"All accounts and their roles.", "Mọi tài khoản và vai trò."})
  static final class ListAll extends OfFile {

    @Override
    void run(Path file) throws IOException {
      if (!Files.exists(file)) {
        say(
            new Text(
                "Chưa có tài khoản nào (%s).".formatted(file),
                "There are no accounts (%s).".formatted(file)));
        return;
      }
      print(
          "%-24s %s"
              .formatted(lang().pick("TÀI KHOẢN", "ACCOUNT"), lang().pick("VAI TRÒ", "ROLE")));
      for (Account each : AccountFile.read(file).values()) {
        print("%-24s %s".formatted(each.holder().name(), each.kind()));
      }
    }
  }

  /** {@code tonghop console user passwd lan}. */
  @Command(
      name = "passwd",
      description = {
        "Another password; whoever is signed in with the former one is signed out.",
        "Đổi mật khẩu; ai đang đăng nhập bằng mật khẩu cũ sẽ bị đăng xuất."
      })
  static final class Passwd extends OfOne {

    @Override
    void run(Path file) throws IOException {
      String name = name();
      existing(AccountsOnDisk.read(file), name, file);
      PasswordHash password = PasswordHash.of(NewPassword.ask(name, lang()), Cost.DEFAULT);
      AccountsOnDisk.change(
          file, accounts -> accounts.put(name, existing(accounts, name, file).with(password)));
      say(new Text("Đã đổi mật khẩu của " + name, name + " has another password"));
    }
  }

  /** {@code tonghop console user remove lan}. */
  @Command(
      name = "remove",
      description = {
        "Takes an account away; whoever is signed in with it is signed out.",
        "Xóa tài khoản; ai đang đăng nhập sẽ bị đăng xuất."
      })
  static final class Remove extends OfOne {

    @Override
    void run(Path file) throws IOException {
      String name = name();
      AccountsOnDisk.change(
          file,
          accounts -> {
            existing(accounts, name, file);
            accounts.remove(name);
          });
      say(new Text("Đã xóa " + name, name + " is taken away"));
    }
  }
}
