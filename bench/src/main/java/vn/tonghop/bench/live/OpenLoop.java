package vn.tonghop.bench.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/**
 * Sends reports at instants that were fixed before: when it falls behind it does not wait, and the
 * time by which a report comes too late counts as part of its latency.
 */
public final class OpenLoop implements AutoCloseable {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Producer<String, byte[]> producer;
  private final RegistryAvroSerializer serializer;
  private final Outgoing reports;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * @param reports those that the cluster does not hold yet
   */
  public OpenLoop(Cluster cluster, Outgoing reports) {
    Map<String, Object> config = new HashMap<>(cluster.clients());
    config.put("linger.ms", 0);
    config.put("acks", "all");
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.serializer = Filled.serializer(cluster);
    this.reports = reports;
  }

  /**
   * Sends reports, the first at {@code start}; returns when the last is on its way.
   *
   * @param start as of {@code nanoTime}
   * @param perSecond how many
   * @param goesOn whether to send another when so many have been sent
   * @param awaited is told of the reports that a table is sure to show
   */
  public void send(long start, int perSecond, LongPredicate goesOn, Awaited awaited) {
    for (long i = 0; goesOn.test(i); i++) {
      Outgoing.Next next = reports.next();
      long intended = start + i * SECOND / perSecond;
      ProducerRecord<String, byte[]> record = Filled.toSend(serializer, next.report());
      awaitInstant(intended);
      if (next.first()) {
        awaited.sent(next.coordinates(), intended);
      }
      send(record, next.coordinates().offset());
      requireNoFailure();
    }
  }

  private void send(ProducerRecord<String, byte[]> record, long offset) {
    var unused =
        producer.send(
            record,
            (metadata, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, new KafkaException("a report was not taken", failed));
              } else if (metadata.offset() != offset) {
                failure.compareAndSet(
                    null, new IllegalStateException(metadata + " is not offset " + offset));
              }
            });
  }

  private static void awaitInstant(long intended) {
    for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void requireNoFailure() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
    requireNoFailure();
  }
}
