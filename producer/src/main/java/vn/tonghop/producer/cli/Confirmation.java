package vn.tonghop.producer.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a person before what is sent in their name; where nobody is, nobody can be asked. */
interface Confirmation {

  Set<String> YES = Set.of("y", "yes", "c", "có", "co");

  /** Whether the person says yes, or there is none. */
  boolean isGiven(String question);

  /**
   * Asks on the terminal of this process. The launcher sees to it that there is no other console.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean onTerminal(String question) {
    @Nullable Console console = System.console();
    if (console == null) {
      return true;
    }
    @Nullable String answer = console.readLine("%s ", question);
    return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
