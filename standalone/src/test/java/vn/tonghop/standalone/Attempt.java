package vn.tonghop.standalone;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Something that somebody tries. */
interface Attempt {

  /** Throws what the broker says against it. */
  void run() throws Exception;

  /** {@code done}, or how it was refused, in Kafka's own word. */
  static String answer(Attempt attempt) {
    try {
      attempt.run();
      return "done";
    } catch (Exception e) {
      Throwable cause = e;
      while ((cause instanceof ExecutionException
              || cause instanceof CompletionException
              || cause.getClass() == KafkaException.class)
          && cause.getCause() != null) {
        cause = cause.getCause();
      }
      return cause.getClass().getSimpleName().replaceFirst("Exception$", "");
    }
  }
}
