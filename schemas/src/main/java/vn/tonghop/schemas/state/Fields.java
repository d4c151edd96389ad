package vn.tonghop.schemas.state;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Fields of the kinds that several records have. */
final class Fields {

  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  private Fields() {}

  static void text(Encoder out, String text) throws IOException {
    out.writeString(text);
  }

  static String text(Decoder in) throws IOException {
    return in.readString();
  }

  static void date(Encoder out, LocalDate date) throws IOException {
    out.writeInt((int) date.toEpochDay());
  }

  static LocalDate date(Decoder in) throws IOException {
    return LocalDate.ofEpochDay(in.readInt());
  }

  static void dateOrNull(Encoder out, @Nullable LocalDate date) throws IOException {
    out.writeInt(date == null ? ABSENT : PRESENT);
    if (date != null) {
      date(out, date);
    }
  }

  static @Nullable LocalDate dateOrNull(Decoder in) throws IOException {
    return in.readInt() == ABSENT ? null : date(in);
  }

  /** To the millisecond. */
  static void instant(Encoder out, Instant instant) throws IOException {
    out.writeLong(instant.toEpochMilli());
  }

  static Instant instant(Decoder in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  static void instantOrNull(Encoder out, @Nullable Instant instant) throws IOException {
    out.writeInt(instant == null ? ABSENT : PRESENT);
    if (instant != null) {
      instant(out, instant);
    }
  }

  static @Nullable Instant instantOrNull(Decoder in) throws IOException {
    return in.readInt() == ABSENT ? null : instant(in);
  }

  static <T> void list(Encoder out, List<T> list, Writer<T> item) throws IOException {
    out.writeInt(list.size());
    for (T each : list) {
      item.write(out, each);
    }
  }

  static <T> List<T> list(Decoder in, Reader<T> item) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(item.read(in));
    }
    return list;
  }

  /** Writes one item. */
  interface Writer<T> {
    void write(Encoder out, T item) throws IOException;
  }

  /** Reads one item. */
  interface Reader<T> {
    T read(Decoder in) throws IOException;
  }
}
