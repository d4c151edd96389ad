package vn.tonghop.standalone.registry;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The parent of a registry, to be killed. */
final class RegistryMain {
  private RegistryMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    RegistryProcess registry = RegistryProcess.start(RegistrySettings.in(Path.of(arguments[0])));
    System.out.println(registry.pid() + " " + registry.url());
    new CountDownLatch(1).await();
  }
}
