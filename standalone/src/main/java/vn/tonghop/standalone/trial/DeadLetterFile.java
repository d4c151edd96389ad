package vn.tonghop.standalone.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** Writes dead letters as JSON Lines: key and value in base64, headers as texts by name. */
public final class DeadLetterFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DeadLetterFile() {}

  /** Writes all committed dead letters in the order in which they were rejected. */
  public static void write(Map<String, Object> config, Writer out) {
    Map<String, Object> reading = TopicEnd.reader(config);
    TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicEnd.readAll(consumer, List.of(partition), letter -> line(letter, out));
    }
  }

  private static void line(ConsumerRecord<byte[], byte[]> letter, Writer out) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("key", base64(letter.key()));
    line.put("value", base64(letter.value()));
    Map<String, @Nullable String> headers = new LinkedHashMap<>();
    for (Header header : letter.headers()) {
      byte[] value = header.value();
      headers.put(header.key(), value == null ? null : new String(value, StandardCharsets.UTF_8));
    }
    line.put("headers", headers);
    try {
      out.write(JSON.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }
}
