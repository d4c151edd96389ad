package vn.tonghop.standalone.broker;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.StartException;

/**
 * Kafka answers a fault during its start by ending the JVM; here it becomes an exception, since
 * others live in this JVM. Once started, Kafka's way is right, since a broken broker must not go
 * on; but the user is told why.
 */
final class FaultTrap {
  /** Kafka's exit procedure belongs to the whole JVM, so brokers start one at a time. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  /** With less than the next segment and its indexes need, a disk is full. */
  private static final long ROOM = 4L * 1024 * 1024;

  private FaultTrap() {}

  static KafkaRaftServer start(Path folder, Supplier<KafkaRaftServer> maker) {
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
      if (FolderTrouble.isFull(e) || isNearlyFull(folder)) {
        throw FolderTrouble.full(folder, e);
      }
      throw new StartException("the broker could not be started: " + e.getMessage(), e);
    } finally {
      Exit.setExitProcedure((code, message) -> end(folder, message));
      Exit.setHaltProcedure((code, message) -> end(folder, message));
      ONE_AT_A_TIME.unlock();
    }
  }

  /** The JVM ends at once, as Kafka wants it: so this is the last chance to say why. */
  private static void end(Path folder, @Nullable String message) {
    Text why =
        isNearlyFull(folder)
            ? FolderTrouble.fullText(folder)
            : new Text(
                "máy chủ Kafka không dùng được thư mục %s nữa (%s): hãy xem ổ đĩa rồi chạy lại"
                    .formatted(folder, message),
                "the broker can no longer use the folder %s (%s): see to the disk, then start again"
                    .formatted(folder, message));
    System.err.println(why.vi());
    System.err.println(why.en());
    Runtime.getRuntime().halt(1);
  }

  private static boolean isNearlyFull(Path folder) {
    return folder.toFile().getUsableSpace() < ROOM;
  }

  private static void refuse(int code, String message) {
    throw new StartException("Kafka gave up with code " + code + ": " + message);
  }
}
