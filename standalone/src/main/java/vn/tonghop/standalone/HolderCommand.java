package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.HandedOver;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.OwnerOnly;
import vn.tonghop.standalone.security.SecurityFolder;

/** What the administrator's commands share: whose settings, what is said, where a secret goes. */
@Command(mixinStandardHelpOptions = true)
abstract class HolderCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(System.getenv(), SecurityFolder::administrator);
    try (Identities identities = Identities.open(ClientTimeouts.of(settings.clientConfig()))) {
      run(identities, settings);
      return 0;
    } catch (GeneralSecurityException e) {
      throw new StartException("a certificate could not be made or read: " + e.getMessage(), e);
    }
  }

  abstract void run(Identities identities, Settings settings)
      throws IOException, InterruptedException, GeneralSecurityException;

  final CommandSpec spec() {
    return spec;
  }

  final Language lang() {
    return options.lang();
  }

  /** The holder of that code; a code that cannot be one is a wrong command line. */
  final <H extends Holder> H holder(Function<String, H> kind, String code) {
    try {
      return kind.apply(code);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          lang()
              .pick(
                  "\"%s\" không phải là mã hợp lệ: cần 1 đến 64 chữ cái, chữ số hoặc -",
                  "\"%s\" is no code or name: 1 to 64 letters, digits or -")
              .formatted(code));
    }
  }

  /** On standard error, a line each: what was changed, or that nothing was. */
  final void tell(List<Text> changes) {
    if (changes.isEmpty()) {
      say(new Text("Đã có đủ, không thay đổi gì.", "All of it was there: nothing was changed."));
    }
    changes.forEach(this::say);
  }

  final void say(Text text) {
    spec.commandLine().getErr().println(text.in(lang()));
    spec.commandLine().getErr().flush();
  }

  /** Gives a new password, or a certificate, and the settings file that goes with it. */
  final void add(Identities identities, Settings settings, Holder holder, Issuing issuing)
      throws IOException, InterruptedException, GeneralSecurityException {
    requireNew(issuing.out);
    if (issuing.mtls) {
      certify(identities, settings, holder, issuing.out, false);
    } else {
      handOver(identities.add(holder), settings, issuing.out);
    }
  }

  final void rotate(Identities identities, Settings settings, Holder holder, Issuing issuing)
      throws IOException, InterruptedException, GeneralSecurityException {
    requireNew(issuing.out);
    if (issuing.mtls) {
      certify(identities, settings, holder, issuing.out, true);
    } else {
      handOver(identities.rotate(holder), settings, issuing.out);
    }
  }

  final void suspend(Identities identities, Holder holder) throws InterruptedException {
    List<Text> changes = identities.suspend(holder).changes();
    if (changes.isEmpty()) {
      String name = holder.name();
      say(
          new Text(
              name + " không có mật khẩu hay quyền nào: không thay đổi gì.",
              name + " has no password and no rights: nothing was changed."));
    } else {
      tell(changes);
    }
  }

  private void handOver(Identities.Done done, Settings settings, @Nullable Path out)
      throws IOException, GeneralSecurityException {
    tell(done.changes());
    if (done.credentials() != null) {
      write(HandedOver.byPassword(settings, done.credentials()), out);
    } else {
      say(
          new Text(
              "Mật khẩu đã cấp trước đây và không xem lại được; lệnh rotate cấp mật khẩu mới.",
              "The password was handed over before and cannot be shown again; rotate gives a new one."));
    }
  }

  private void certify(
      Identities identities, Settings settings, Holder holder, @Nullable Path out, boolean former)
      throws IOException, InterruptedException, GeneralSecurityException {
    if (!SecurityFolder.isIn(settings.data())) {
      throw new StartException(
          new Text(
              "thư mục %s không có chứng thư gốc: hãy chỉ thư mục của `up --secure` bằng --data"
                  .formatted(settings.data()),
              "the folder %s has no authority: name the folder of `up --secure` by --data"
                  .formatted(settings.data())));
    }
    SecurityFolder folder = SecurityFolder.open(settings.data());
    Identities.Certified certified = identities.addCertificate(holder, former);
    tell(certified.changes());
    var issued = folder.authority().client(certified.name());
    say(
        new Text(
            "Chứng thư có hạn đến " + issued.until(), "Certificate valid until " + issued.until()));
    write(HandedOver.byCertificate(settings, folder.mutual(), certified.name(), issued), out);
  }

  private static void requireNew(@Nullable Path out) {
    if (out != null && Files.exists(out)) {
      throw new StartException(
          new Text(
              "%s đã có: --out không ghi đè tệp nào".formatted(out),
              "%s is there already: --out replaces no file".formatted(out)));
    }
  }

  private void write(String file, @Nullable Path out) throws IOException {
    if (out == null) {
      spec.commandLine().getOut().print(file);
      spec.commandLine().getOut().flush();
    } else {
      OwnerOnly.writeNew(out, file);
      say(new Text("Tệp cấu hình: " + out, "Settings file: " + out));
    }
  }
}
