package vn.tonghop.standalone.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a JVM of its own, to be killed. */
public final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])));
    System.out.println(broker.bootstrap());
    new CountDownLatch(1).await();
  }
}
