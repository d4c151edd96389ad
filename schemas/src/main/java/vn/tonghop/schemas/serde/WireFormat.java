package vn.tonghop.schemas.serde;

import java.nio.ByteBuffer;

/** The registry's wire format: 0x00, a four-byte schema id (big-endian), Avro binary. */
public final class WireFormat {
  /** Bytes before the record. */
  public static final int HEADER_BYTES = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** Whether the bytes begin as the format does. */
  public static boolean matches(byte[] bytes) {
    return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
  }

  /** The id of the writer's schema; only for bytes that {@link #matches}. */
  public static int schemaId(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }
}
