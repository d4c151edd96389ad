package vn.tonghop.schemas.topic;

import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import vn.tonghop.NationalTable;
import vn.tonghop.ProgressReport;
import vn.tonghop.Receipt;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.StandingChange;
import vn.tonghop.UnitStanding;

/** The topics of the pipeline. Every other place refers to these. */
public final class Topics {
  /** Largest value of a report, in bytes; a larger one is rejected. */
  public static final int MAX_DOCUMENT_BYTES = 512 * 1024;

  /** {@code max.request.size} of every producer in the roll-up, in bytes. */
  public static final int MAX_REQUEST_BYTES = 1024 * 1024;

  /**
   * {@code max.message.bytes} of every topic that the roll-up writes, in bytes. It must be larger
   * than {@link #MAX_REQUEST_BYTES}: a record that the producer lets through and the topic refuses
   * makes Streams under exactly-once abort and retry for ever.
   */
  public static final int RECORD_LIMIT = 2 * MAX_REQUEST_BYTES;

  /** {@code fetch.max.bytes} of our consumers: some thousand records at once. */
  public static final int FETCH_BYTES = 8 * MAX_REQUEST_BYTES;

  /** {@code max.message.bytes} of a reports topic: a document, its key and some headers. */
  public static final int REPORT_LIMIT = 640 * 1024;

  /** What names of all reports topics begin with; the unit follows. */
  public static final String REPORTS_PREFIX = "tonghop.reports.";

  /** Likewise of all receipts topics. */
  public static final String RECEIPTS_PREFIX = "tonghop.receipts.";

  /** Topics of all units' reports; group 1 is the unit. */
  public static final Pattern REPORTS_PATTERN =
      Pattern.compile("tonghop\\.reports\\.([A-Za-z0-9-]{1,64})");

  /** Records that were rejected, byte for byte. */
  public static final Topic DEAD_LETTERS =
      written("tonghop.dead-letters", "as received", null, 1, Cleanup.KEPT_FOR_EVER);

  /** What each body contributes to each table. */
  public static final Topic STANDINGS =
      written(
          "tonghop.standings",
          "<programme>|<target>|<body>",
          UnitStanding.getClassSchema(),
          4,
          Cleanup.COMPACTED);

  /** Every change of a standing, and what made it. */
  public static final Topic STANDINGS_HISTORY =
      written(
          "tonghop.standings.history",
          "<programme>|<target>|<body>",
          StandingChange.getClassSchema(),
          4,
          Cleanup.KEPT_FOR_EVER);

  /** The national tables; partitioned by programme. */
  public static final Topic TABLES =
      written(
          "tonghop.tables",
          "<programme>|<target>",
          NationalTable.getClassSchema(),
          4,
          Cleanup.COMPACTED);

  /** Every committed version of a table; partitioned by programme. */
  public static final Topic TABLES_HISTORY =
      written(
          "tonghop.tables.history",
          "<programme>|<target>",
          NationalTable.getClassSchema(),
          4,
          Cleanup.KEPT_FOR_EVER);

  /** Catalogues; a version with each load. The broker's time says from when a version judges. */
  public static final Topic REFERENCE =
      written(
              "tonghop.reference",
              "<kind>|<code>|<validFrom>",
              ReferenceEntry.getClassSchema(),
              1,
              Cleanup.KEPT_FOR_EVER)
          .with(Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  /** What administrators changed: which rights, when, by whom. JSON, one object a change. */
  public static final Topic AUDIT =
      written("tonghop.audit", "<principal>", null, 1, Cleanup.KEPT_FOR_EVER)
          .with(Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));

  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  private Topics() {}

  /** The topics that are there whichever units report. */
  public static List<Topic> shared() {
    return List.of(REFERENCE, DEAD_LETTERS, STANDINGS, STANDINGS_HISTORY, TABLES, TABLES_HISTORY);
  }

  /**
   * Where a unit's reports arrive. Uncompressed, so that no small record unpacks to a huge one.
   *
   * @throws IllegalArgumentException if {@code unit} cannot be part of a topic's name
   */
  public static Topic reports(String unit) {
    return new Topic(
        reportsOf(named(unit)),
        "<programme>|<period>",
        "ProgressReport",
        ProgressReport.getClassSchema(),
        1,
        Cleanup.KEPT_FOR_EVER,
        Map.of(
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            COMPRESSION_TYPE_CONFIG,
            "uncompressed",
            MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(REPORT_LIMIT)));
  }

  /**
   * Where a unit reads its receipts.
   *
   * @throws IllegalArgumentException if {@code unit} cannot be part of a topic's name
   */
  public static Topic receipts(String unit) {
    return written(
        RECEIPTS_PREFIX + named(unit),
        "<programme>|<period>",
        Receipt.getClassSchema(),
        1,
        Cleanup.KEPT_FOR_EVER);
  }

  /** Only the name of a unit's reports topic, asked for with each record. */
  public static String reportsOf(String unit) {
    return REPORTS_PREFIX + unit;
  }

  /** The name of the receipts topic of the unit whose reports topic that is. */
  public static String receiptsBeside(String reportsTopic) {
    return RECEIPTS_PREFIX + reportsTopic.substring(REPORTS_PREFIX.length());
  }

  /**
   * A reports topic whose records keep the sender's time, whatever it is: for {@code demo} and
   * {@code try}, which replay history with its punctuality.
   */
  public static Topic createTimeVariant(Topic reports) {
    return reports.with(
        Map.of(
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "CreateTime",
            MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            ANY_TIME,
            MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME));
  }

  /** The unit that a reports topic belongs to; empty if it is no reports topic. */
  public static Optional<String> unitOf(String topic) {
    Matcher matcher = REPORTS_PATTERN.matcher(topic);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String named(String unit) {
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException("not a unit that can have a topic: " + unit);
    }
    return unit;
  }

  /**
   * Output carries the time of the report behind it, and Kafka refuses by default what is an hour
   * ahead of the broker: that would stop the roll-up, so any time is taken.
   */
  private static Topic written(
      String name, String key, @Nullable Schema schema, int partitions, Cleanup cleanup) {
    return new Topic(
        name,
        key,
        schema == null ? "as received" : schema.getName(),
        schema,
        partitions,
        cleanup,
        Map.of(
            MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(RECORD_LIMIT),
            MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(Long.MAX_VALUE)));
  }
}
