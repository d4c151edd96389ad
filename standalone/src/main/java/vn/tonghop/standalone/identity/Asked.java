package vn.tonghop.standalone.identity;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** The broker's answers, with the failure that it names instead of its wrapping. */
final class Asked {

  private Asked() {}

  static <T> T of(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw refused(e);
    }
  }

  /** Empty where the broker says that there is no such thing. */
  static <T> Optional<T> unless(Class<? extends Exception> missing, KafkaFuture<T> answer)
      throws InterruptedException {
    try {
      return Optional.of(answer.get());
    } catch (ExecutionException e) {
      if (missing.isInstance(e.getCause())) {
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
