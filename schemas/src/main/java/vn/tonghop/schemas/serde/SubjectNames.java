package vn.tonghop.schemas.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Which subject a schema belongs to, under Confluent's names; no class of theirs is loaded. */
enum SubjectNames {
  TOPIC,
  RECORD,
  TOPIC_RECORD;

  private static final String PACKAGE = "io.confluent.kafka.serializers.subject.";

  /**
   * @throws ConfigException naming the key and what it accepts
   */
  static SubjectNames from(Map<String, ?> configs, boolean key) {
    String name = (key ? "key" : "value") + ".subject.name.strategy";
    Object value = configs.get(name);
    if (value == null) {
      return TOPIC;
    }
    String type = value instanceof Class<?> loaded ? loaded.getName() : value.toString();
    return switch (type.startsWith(PACKAGE) ? type.substring(PACKAGE.length()) : "") {
      case "TopicNameStrategy" -> TOPIC;
      case "RecordNameStrategy" -> RECORD;
      case "TopicRecordNameStrategy" -> TOPIC_RECORD;
      default ->
          throw new ConfigException(
              name,
              type,
              PACKAGE
                  + "TopicNameStrategy, "
                  + PACKAGE
                  + "RecordNameStrategy or "
                  + PACKAGE
                  + "TopicRecordNameStrategy");
    };
  }

  String subject(String topic, boolean key, Schema schema) {
    return switch (this) {
      case TOPIC -> topic + (key ? "-key" : "-value");
      case RECORD -> schema.getFullName();
      case TOPIC_RECORD -> topic + "-" + schema.getFullName();
    };
  }
}
