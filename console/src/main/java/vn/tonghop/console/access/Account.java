package vn.tonghop.console.access;

/**
 * An account of this system's own.
 *
 * @param holder who signs in with it
 * @param password what a password is checked by; nobody can read one out of it
 */
public record Account(Caller holder, PasswordHash password) {

  /** The same with another password; whoever signed in with the former one is signed out. */
  public Account with(PasswordHash other) {
    return new Account(holder, other);
  }

  /** The role, and the unit of a unit's account: {@code viewer}, {@code unit:40}. */
  public String kind() {
    String tag = holder.role().tag();
    return holder.unit() == null ? tag : tag + ":" + holder.unit();
  }
}
