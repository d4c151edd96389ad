package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.HandedOver;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.OwnerOnly;
import vn.tonghop.standalone.security.SecurityFolder;

/** Gives a password, or a certificate, and the settings file that goes with it. */
abstract class IssuingCommand extends OneHolderCommand {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write the settings to this new file, for its owner alone, instead of printing them /",
        "ghi tệp cấu hình mới, chỉ chủ tệp đọc được, thay vì in ra."
      })
  private @Nullable Path out;

  @Option(
      names = "--mtls",
      description = {
        "A certificate instead of a password, from the local authority in --data /",
        "chứng thư thay cho mật khẩu, do chứng thư gốc trong --data cấp."
      })
  private boolean mtls;

  /** Gives a password. */
  abstract Identities.Done byPassword(Identities identities, Holder holder)
      throws InterruptedException;

  /** Whether the certificates that the holder had lose their rights. */
  abstract boolean replaces();

  @Override
  final void run(Identities identities, Settings settings)
      throws IOException, InterruptedException, GeneralSecurityException {
    Holder holder = holder();
    if (out != null && Files.exists(out)) {
      throw new StartException(
          new Text(
              "%s đã có: --out không ghi đè tệp nào".formatted(out),
              "%s is there already: --out replaces no file".formatted(out)));
    }
    if (mtls) {
      certify(identities, settings, holder);
    } else {
      handOver(byPassword(identities, holder), settings);
    }
  }

  private void handOver(Identities.Done done, Settings settings)
      throws IOException, GeneralSecurityException {
    tell(done.changes());
    if (done.credentials() != null) {
      write(HandedOver.byPassword(settings, done.credentials()));
    } else {
      say(
          new Text(
              "Mật khẩu đã cấp trước đây và không xem lại được; lệnh rotate cấp mật khẩu mới.",
              "The password was handed over before and cannot be shown again; rotate gives a new one."));
    }
  }

  private void certify(Identities identities, Settings settings, Holder holder)
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
    Identities.Certified certified = identities.addCertificate(holder, replaces());
    tell(certified.changes());
    var issued = folder.authority().client(certified.name());
    say(
        new Text(
            "Chứng thư có hạn đến " + issued.until(), "Certificate valid until " + issued.until()));
    write(HandedOver.byCertificate(settings, folder.mutual(), certified.name(), issued));
  }

  private void write(String file) throws IOException {
    if (out == null) {
      spec().commandLine().getOut().print(file);
      spec().commandLine().getOut().flush();
    } else {
      OwnerOnly.writeNew(out, file);
      say(new Text("Tệp cấu hình: " + out, "Settings file: " + out));
    }
  }
}
