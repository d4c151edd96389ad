package vn.tonghop.domain.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;

/** Writes one object on one line; a value that may be null always has its key. */
final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** What an object holds. */
  interface Body {
    void write(Json json) throws IOException;
  }

  /** What one element of an array holds. */
  interface Element<T> {
    void write(T element) throws IOException;
  }

  static String object(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      body.write(new Json(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  void text(String name, @Nullable Object value) throws IOException {
    out.writeStringField(name, value == null ? null : value.toString());
  }

  void number(String name, @Nullable Long value) throws IOException {
    out.writeFieldName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeNumber(value);
    }
  }

  void integer(String name, @Nullable Integer value) throws IOException {
    number(name, value == null ? null : Long.valueOf(value));
  }

  void decimal(String name, @Nullable BigDecimal value) throws IOException {
    out.writeFieldName(name);
    out.writeNumber(value);
  }

  void flag(String name, @Nullable Boolean value) throws IOException {
    out.writeFieldName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeBoolean(value);
    }
  }

  void nothing(String name) throws IOException {
    out.writeNullField(name);
  }

  void object(String name, Body body) throws IOException {
    out.writeObjectFieldStart(name);
    body.write(this);
    out.writeEndObject();
  }

  <T> void objects(String name, List<T> elements, Element<T> element) throws IOException {
    out.writeArrayFieldStart(name);
    for (T each : elements) {
      out.writeStartObject();
      element.write(each);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void texts(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  /** The coordinates of a record: topic, partition, offset. */
  void source(@Nullable SourceRecord source) throws IOException {
    text("topic", source == null ? null : source.topic());
    integer("partition", source == null ? null : source.partition());
    number("offset", source == null ? null : source.offset());
  }
}
