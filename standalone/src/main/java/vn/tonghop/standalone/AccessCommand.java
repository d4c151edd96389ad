package vn.tonghop.standalone;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.SecurityFolder;

/** What the commands on access share: the administrator's settings, and what is said. */
@Command(mixinStandardHelpOptions = true)
abstract class AccessCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(System.getenv(), SecurityFolder::administrator);
    try (Identities identities = Identities.open(ClientConfig.of(settings))) {
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
      throw misuse(
          new Text(
              "\"%s\" không phải là mã hợp lệ: cần 1 đến 64 chữ cái, chữ số hoặc -".formatted(code),
              "\"%s\" is no code or name: 1 to 64 letters, digits or -".formatted(code)));
    }
  }

  final ParameterException misuse(Text text) {
    return new ParameterException(spec.commandLine(), text.in(lang()));
  }

  final void print(String line) {
    spec.commandLine().getOut().println(line);
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
}
