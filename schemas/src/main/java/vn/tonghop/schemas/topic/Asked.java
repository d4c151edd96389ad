package vn.tonghop.schemas.topic;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** An {@code Admin}'s answers, with the failure that the broker names instead of its wrapping. */
public final class Asked {

  private Asked() {}

  /**
   * The answer.
   *
   * @throws KafkaException if the broker refuses or cannot be reached in time
   */
  public static <T> T of(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw refused(e);
    }
  }

  /**
   * The answer; empty if it has no value, or if the failure is the harmless one.
   *
   * @throws KafkaException if the broker refuses otherwise or cannot be reached in time
   */
  public static <T> Optional<T> unless(Class<? extends Exception> harmless, KafkaFuture<T> answer)
      throws InterruptedException {
    try {
      return Optional.ofNullable(answer.get());
    } catch (ExecutionException e) {
      if (harmless.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw refused(e);
    }
  }

  private static KafkaException refused(ExecutionException e) {
    return e.getCause() instanceof KafkaException known
        ? known
        : new KafkaException("the broker did not do what was asked", e.getCause());
  }
}
