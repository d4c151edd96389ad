package vn.tonghop.console.api;

import org.jspecify.annotations.Nullable;

/** Tells whether a reader has what it asks for already: RFC 9110, 8.8.3 and 13.1.2. */
final class EntityTag {

  private static final String WEAK = "W/";

  private EntityTag() {}

  /**
   * A tag.
   *
   * @param weak whether two answers with it say the same without being the same bytes
   */
  static String of(String text, boolean weak) {
    return (weak ? WEAK : "") + "\"" + text + "\"";
  }

  /** Whether a list of tags, or {@code *}, has it; weak and strong ones are alike here. */
  static boolean isAmong(String tag, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String each : ifNoneMatch.split(",", -1)) {
      String known = each.strip();
      if (known.equals("*") || strong(known).equals(strong(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String strong(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
