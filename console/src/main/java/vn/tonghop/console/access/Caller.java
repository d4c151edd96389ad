package vn.tonghop.console.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, whoever found that out.
 *
 * @param name as in the log of who did what; empty where nobody is asked for one
 * @param unit the code of the one unit whose figures may be seen; null for all roles but {@link
 *     Role#UNIT}
 */
public record Caller(String name, Role role, @Nullable String unit) {

  /** Whoever sits at this machine, where nobody is asked: may read everything. */
  static final Caller ANYONE = new Caller("", Role.OPERATOR, null);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9-]{1,64}");

  public Caller {
    if (!name.isEmpty() && !isName(name)) {
      throw new IllegalArgumentException("no name of an account: " + name);
    }
    if ((role == Role.UNIT) != (unit != null)) {
      throw new IllegalArgumentException("a unit's account, and no other, has a unit");
    }
    if (unit != null && !isUnit(unit)) {
      throw new IllegalArgumentException("no code of a unit: " + unit);
    }
  }

  /** Whether it can be an account's name: small letters, so that no two look alike. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether it can be a unit's code; whether there is such a unit, the reference data know. */
  public static boolean isUnit(String code) {
    return UNIT.matcher(code).matches();
  }
}
