package vn.tonghop.schemas.registry;

/** The registry was reached and has no such schema, subject or version. */
public final class RegistryNotFoundException extends RegistryRefusedException {
  private static final long serialVersionUID = 1L;

  public RegistryNotFoundException(String message) {
    super(404, message);
  }
}
