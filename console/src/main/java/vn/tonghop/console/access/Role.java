package vn.tonghop.console.access;

import java.util.Arrays;
import java.util.Optional;

/** What an account is for. */
public enum Role {
  /** Reads and downloads everything. */
  VIEWER("viewer"),
  /** A viewer who answers for what is published. */
  PUBLISHER("publisher"),
  /** A viewer who looks after the platform. */
  OPERATOR("operator"),
  /** Reads national totals and what its own unit reported. */
  UNIT("unit");

  private final String tag;

  Role(String tag) {
    this.tag = tag;
  }

  /** In the file of accounts and on the command line. */
  public String tag() {
    return tag;
  }

  /** The role of that {@link #tag()}, or empty. */
  public static Optional<Role> of(String tag) {
    return Arrays.stream(values()).filter(role -> role.tag.equals(tag)).findFirst();
  }
}
