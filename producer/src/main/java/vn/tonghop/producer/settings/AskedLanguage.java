package vn.tonghop.producer.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import vn.tonghop.domain.format.Language;

/** {@code --lang}, behind a command's name or before it: what stands nearer to the end counts. */
public final class AskedLanguage {

  static final String OPTION = "--lang";
  static final String LABEL = "vi|en";
  static final String DESCRIPTION = "Language of messages / ngôn ngữ thông báo.";

  private AskedLanguage() {}

  /**
   * The language of a command line that could not be understood, or of a failure that comes from
   * below the commands: the words themselves tell it, or else the locale.
   */
  public static Language of(List<String> arguments) {
    for (int i = arguments.size() - 1; i >= 0; i--) {
      Optional<Language> asked = Language.of(value(arguments, i));
      if (asked.isPresent()) {
        return asked.get();
      }
    }
    return Language.of(Locale.getDefault());
  }

  private static String value(List<String> arguments, int at) {
    String argument = arguments.get(at);
    if (argument.equals(OPTION) && at + 1 < arguments.size()) {
      return arguments.get(at + 1);
    }
    return argument.startsWith(OPTION + "=") ? argument.substring(OPTION.length() + 1) : "";
  }

  /** Lets a command and all below it take the option, also those that say nothing of it. */
  public static void addTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.findOption(OPTION) == null) {
      spec.addOption(
          OptionSpec.builder(OPTION)
              .paramLabel(LABEL)
              .description(DESCRIPTION)
              .type(Language.class)
              .converters(new Converter())
              .build());
    }
    command.getSubcommands().values().forEach(AskedLanguage::addTo);
  }

  /** What those above the command were told, or the locale's language. */
  static Language before(@Nullable CommandSpec command) {
    for (CommandSpec each = command; each != null; each = each.parent()) {
      OptionSpec option = each.findOption(OPTION);
      if (option != null && option.getValue() instanceof Language asked) {
        return asked;
      }
    }
    return Language.of(Locale.getDefault());
  }

  static final class Converter implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return Language.of(value)
          .orElseThrow(() -> new TypeConversionException("'" + value + "': vi | en"));
    }
  }
}
