package vn.tonghop.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/** The registry is out of reach or too busy: nothing is said about the schema. Ask again later. */
public final class RegistryUnavailableException extends RetriableException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public RegistryUnavailableException(String message) {
    super(message);
  }
}
