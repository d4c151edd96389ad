package vn.tonghop.standalone.broker;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import vn.tonghop.standalone.process.StartException;

/**
 * Kafka answers a fault during its start by ending the JVM; here it becomes an exception, since
 * others live in this JVM. Once started, Kafka's way is right: a broken broker must not go on.
 */
final class FaultTrap {
  /** Kafka's exit procedure belongs to the whole JVM, so brokers start one at a time. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private FaultTrap() {}

  static KafkaRaftServer start(Supplier<KafkaRaftServer> maker) {
    ONE_AT_A_TIME.lock();
    try {
      Exit.setExitProcedure(FaultTrap::refuse);
      Exit.setHaltProcedure(FaultTrap::refuse);
      KafkaRaftServer server = maker.get();
      try {
        server.startup();
        return server;
      } catch (RuntimeException | Error e) {
        server.shutdown();
        throw e;
      }
    } catch (RuntimeException e) {
      throw new StartException("the broker could not be started: " + e.getMessage(), e);
    } finally {
      Exit.resetExitProcedure();
      Exit.resetHaltProcedure();
      ONE_AT_A_TIME.unlock();
    }
  }

  private static void refuse(int code, String message) {
    throw new StartException("Kafka gave up with code " + code + ": " + message);
  }
}
