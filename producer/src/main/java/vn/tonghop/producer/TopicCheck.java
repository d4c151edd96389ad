package vn.tonghop.producer;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Asks the broker once whether a topic is there. A producer that finds out by sending waits for its
 * whole time-out, and on some clusters makes the missing topic.
 */
final class TopicCheck implements AutoCloseable {

  private final Consumer<String> broker;
  private final Runnable close;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param broker throws a {@link PublishException} if the topic is not there
   */
  TopicCheck(Consumer<String> broker, Runnable close) {
    this.broker = broker;
    this.close = close;
  }

  static TopicCheck with(Admin admin) {
    return new TopicCheck(
        topic -> describe(admin, topic), () -> admin.close(ReportPublisher.CLOSE));
  }

  /**
   * Returns if the topic is there.
   *
   * @throws PublishException if it is not, or the broker is out of reach
   */
  void require(String topic) {
    if (!known.contains(topic)) {
      broker.accept(topic);
      known.add(topic);
    }
  }

  private static void describe(Admin admin, String topic) {
    try {
      admin.describeTopics(List.of(topic)).allTopicNames().get();
    } catch (ExecutionException e) {
      throw Failures.of(topic, e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    close.run();
  }
}
