package vn.tonghop.standalone.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody has to remember. */
public final class Password {

  private static final int BYTES = 24;

  private Password() {}

  /** A random one of 192 bits, in letters, digits, - and _. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
