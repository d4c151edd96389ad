package vn.tonghop.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The registry was reached and said no: asking again changes nothing. */
public class RegistryRefusedException extends KafkaException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public RegistryRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** HTTP status of the answer, e.g. 409 (incompatible) or 422 (malformed). */
  public int status() {
    return status;
  }
}
