package vn.tonghop.standalone.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.StartException;

/**
 * Sends letters again and closes letters, each time together with the entry of the trace that says
 * so: in one transaction, so that whoever is killed in between has done both or nothing.
 *
 * <p>All who do so have one transactional id. To begin ends what another has not committed, and
 * lets nobody commit who began before: what the trace says after that stays true until another
 * begins, and nothing is sent twice.
 */
public final class LetterLedger implements AutoCloseable {

  /** Of every replay and every drop in the cluster. */
  public static final String TRANSACTIONAL_ID = "tonghop-dead-letters";

  private final Producer<byte[], byte[]> producer;
  private final Map<String, Object> config;

  /**
   * @param producer with {@link #TRANSACTIONAL_ID}
   * @param config of the clients, whose name the trace gets
   */
  public LetterLedger(Producer<byte[], byte[]> producer, Map<String, Object> config) {
    this.producer = producer;
    this.config = Map.copyOf(config);
  }

  /**
   * A ledger of the broker of these settings.
   *
   * @param config of Kafka's clients
   */
  public static LetterLedger open(Map<String, Object> config) {
    return new LetterLedger(
        new KafkaProducer<>(
            transactional(config), new ByteArraySerializer(), new ByteArraySerializer()),
        config);
  }

  /** How a producer of a ledger is configured. */
  public static Map<String, Object> transactional(Map<String, Object> config) {
    Map<String, Object> writing = new HashMap<>(config);
    writing.put("acks", "all");
    writing.put("enable.idempotence", "true");
    writing.put("max.request.size", Topics.MAX_REQUEST_BYTES);
    writing.put("compression.type", "none");
    writing.put("transactional.id", TRANSACTIONAL_ID);
    return writing;
  }

  /** Ends what others have begun; from here on the trace is read. */
  public void begin() {
    producer.initTransactions();
  }

  /**
   * Sends letters to where they came from.
   *
   * @return what each has become, in their order
   * @throws KafkaException if one of them cannot be sent; none is, then
   */
  public List<LetterState.Replayed> replay(List<Letter> letters) {
    List<LetterState.Replayed> replayed = new ArrayList<>();
    committing(
        () -> {
          List<Future<RecordMetadata>> sent =
              letters.stream().map(each -> producer.send(again(each))).toList();
          for (RecordMetadata each : acknowledged(sent)) {
            replayed.add(
                new LetterState.Replayed(
                    new SourceRecord(each.topic(), each.partition(), each.offset()),
                    Instant.ofEpochMilli(each.timestamp())));
          }
          trace(letters, replayed);
        });
    return replayed;
  }

  /** Closes letters, by whom and why. */
  public void drop(List<Letter> letters, LetterState.Dropped dropped) {
    committing(() -> trace(letters, letters.stream().map(each -> dropped).toList()));
  }

  private void trace(List<Letter> letters, List<? extends LetterState> states) {
    List<Future<RecordMetadata>> entries = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      String entry = AuditedLetter.write(config, letter, states.get(i));
      entries.add(
          producer.send(
              new ProducerRecord<>(
                  Topics.AUDIT.name(),
                  AuditedLetter.principal(letter).getBytes(StandardCharsets.UTF_8),
                  entry.getBytes(StandardCharsets.UTF_8))));
    }
    acknowledged(entries);
  }

  private void committing(Runnable writing) {
    try {
      producer.beginTransaction();
      writing.run();
    } catch (KafkaException e) {
      if (isFenced(e)) {
        throw fenced(e);
      }
      if (!(e instanceof AuthorizationException)) {
        producer.abortTransaction();
      }
      throw e;
    }
    try {
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw isFenced(e) ? fenced(e) : e;
    }
  }

  private List<RecordMetadata> acknowledged(List<Future<RecordMetadata>> sent) {
    producer.flush();
    List<RecordMetadata> places = new ArrayList<>();
    for (Future<RecordMetadata> each : sent) {
      try {
        places.add(each.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException known
            ? known
            : new KafkaException("a record was not taken", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    return places;
  }

  /** As it came, with one header more. A header of that name would be an earlier replay's. */
  private static ProducerRecord<byte[], byte[]> again(Letter letter) {
    Headers headers = new RecordHeaders(letter.headers().toArray());
    headers.remove(Letter.REPLAY_OF);
    headers.add(Letter.REPLAY_OF, letter.name().coordinates().getBytes(StandardCharsets.UTF_8));
    SourceRecord origin = AuditedLetter.originOf(letter);
    return new ProducerRecord<>(
        origin.topic(), origin.partition(), null, letter.key(), letter.value(), headers);
  }

  private static boolean isFenced(KafkaException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  private static StartException fenced(KafkaException e) {
    return new StartException(
        new Text(
            "một lệnh replay hoặc drop khác vừa bắt đầu; phần còn lại của lệnh này chưa làm: hãy"
                + " chạy lại",
            "another replay or drop has begun; the rest of this one was not done: run it again"),
        e);
  }

  @Override
  public void close() {
    producer.close();
  }
}
