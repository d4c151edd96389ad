package vn.tonghop.schemas.serde;

import java.util.Set;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Bytes from outside may claim two thousand million items, and Avro trusts no generated class that
 * it was not told of. Both are settled here, once a JVM, before the first record is read.
 *
 * <p>Avro reads its limits once, from system properties: one that is already set stands, and so do
 * Avro's defaults if Avro read a record before.
 */
public final class AvroSafety {
  /** Most items of one array or map: an item takes a byte, and no record is larger than this. */
  public static final int MAX_ITEMS = 1 << 20;

  /**
   * Longest string or byte array, in bytes. Avro holds it against the bytes that are there, too.
   */
  public static final int MAX_LENGTH = 16 << 20;

  private static final Set<String> PACKAGES = Set.of("vn.tonghop", "vn.tonghop.internal");

  static {
    limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
    limit(SystemLimitException.MAX_COLLECTION_ALLOCATION_PROPERTY, MAX_ITEMS);
    limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, MAX_LENGTH);
    limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, MAX_LENGTH);
    ClassSecurityPredicate ours = type -> PACKAGES.contains(type.getPackageName());
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours));
  }

  private AvroSafety() {}

  /** Does its work at the first call; every class that reads or writes Avro calls it. */
  public static void apply() {
    // Loading this class is the work: the JVM does it once, whichever thread comes first.
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }
}
