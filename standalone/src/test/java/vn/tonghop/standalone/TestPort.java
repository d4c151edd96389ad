package vn.tonghop.standalone;

import java.util.concurrent.atomic.AtomicInteger;
import vn.tonghop.standalone.process.LocalPort;

/**
 * Ports that are taken some time before somebody listens on them. They are of a range that nobody
 * else draws from, and each JVM that runs tests beside others has a part of it to itself.
 */
public final class TestPort {

  private static final String HOST = "127.0.0.1";
  private static final int LOWEST = 10_000;
  private static final int EACH = 2_500;
  private static final int JVMS = 4;

  private static final AtomicInteger NEXT =
      new AtomicInteger(
          LOWEST + Integer.parseInt(System.getProperty("tonghop.test.fork", "0")) % JVMS * EACH);

  private TestPort() {}

  /** One that is free now, and not given before. */
  public static int free() {
    int port = NEXT.getAndIncrement();
    while (!LocalPort.isFree(HOST, port)) {
      port = NEXT.getAndIncrement();
    }
    return port;
  }
}
