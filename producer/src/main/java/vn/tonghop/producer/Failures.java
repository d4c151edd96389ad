package vn.tonghop.producer;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.producer.PublishException.Reason;

/** Tells from what a client threw what a sender can do about it. */
final class Failures {

  private Failures() {}

  /** The same failure with its reason. */
  static PublishException of(String what, Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof PublishException known) {
      return known;
    }
    return new PublishException(reason(cause), what + ": " + deepest(cause), cause);
  }

  private static Reason reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownTopicOrPartitionException
          || cause instanceof InvalidTopicException) {
        return Reason.NO_SUCH_TOPIC;
      }
      if (cause instanceof RecordTooLargeException) {
        return Reason.TOO_LARGE;
      }
      if (cause instanceof AuthorizationException || cause instanceof AuthenticationException) {
        return Reason.NOT_ALLOWED;
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException
          || cause instanceof IOException
          || isUnresolvable(cause)) {
        return Reason.UNREACHABLE;
      }
    }
    return Reason.REFUSED;
  }

  /** Kafka says by a configuration error that no address of a broker has a name it can resolve. */
  private static boolean isUnresolvable(Throwable cause) {
    return cause instanceof ConfigException
        && String.valueOf(cause.getMessage()).contains("No resolvable bootstrap");
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException
            || cause instanceof CompletionException
            || (cause.getClass() == KafkaException.class))
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String deepest(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
