package vn.tonghop.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a password is checked by: Argon2id (RFC 9106) in its usual text, {@code
 * $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. The cost stands in it, so that a later cost need not
 * wait until everybody has a new password.
 */
public record PasswordHash(String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(?<memory>[0-9]{1,7}),t=(?<passes>[0-9]{1,3}),p=(?<lanes>[0-9]{1,2})"
              + "\\$(?<salt>[A-Za-z0-9+/]{11,86})\\$(?<hash>[A-Za-z0-9+/]{22,86})");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What one check costs.
   *
   * @param memory in KiB
   */
  public record Cost(int memory, int passes, int lanes) {

    /** OWASP's least for Argon2id: 19 MiB, two passes. */
    public static final Cost DEFAULT = new Cost(19_456, 2, 1);

    /** More would let a line in a file take the heap. */
    private static final int MOST_MEMORY = 262_144;

    public Cost {
      if (lanes < 1 || lanes > 8 || passes < 1 || passes > 16) {
        throw new IllegalArgumentException("t must be 1 to 16, p 1 to 8");
      }
      if (memory < 8 * lanes || memory > MOST_MEMORY) {
        throw new IllegalArgumentException("m must be 8 * p to " + MOST_MEMORY + " KiB");
      }
    }
  }

  /**
   * As it stands in a file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public PasswordHash {
    Matcher parts = parts(text);
    costOf(parts);
    decoded(parts, "salt");
    decoded(parts, "hash");
  }

  /** Of a new password, with a salt of its own. */
  public static PasswordHash of(String password, Cost cost) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                cost.memory(),
                cost.passes(),
                cost.lanes(),
                base64.encodeToString(salt),
                base64.encodeToString(argon2(password, salt, cost, HASH_BYTES))));
  }

  /** Whether that is the password; takes as long whether it is or not. */
  boolean matches(String password) {
    Matcher parts = parts(text);
    byte[] hash = decoded(parts, "hash");
    return MessageDigest.isEqual(
        hash, argon2(password, decoded(parts, "salt"), costOf(parts), hash.length));
  }

  /** Never shows in a log by accident. */
  @Override
  public String toString() {
    return "$argon2id$…";
  }

  private static Matcher parts(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a hash looks like $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH");
    }
    return parts;
  }

  private static byte[] decoded(Matcher parts, String group) {
    return Base64.getDecoder().decode(parts.group(group));
  }

  private static Cost costOf(Matcher parts) {
    return new Cost(
        Integer.parseInt(parts.group("memory")),
        Integer.parseInt(parts.group("passes")),
        Integer.parseInt(parts.group("lanes")));
  }

  private static byte[] argon2(String password, byte[] salt, Cost cost, int bytes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    argon2.generateBytes(bytes(password), hash);
    return hash;
  }

  /** One keyboard writes an accented letter as one character, another as two (RFC 8265, 4.2.2). */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
