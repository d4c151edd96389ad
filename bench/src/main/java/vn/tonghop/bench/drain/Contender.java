package vn.tonghop.bench.drain;

import java.nio.file.Path;
import java.util.List;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.standalone.process.ChildJvm;

/** A system that reads the report topics: the roll-up, a rung of the ladder, a peer. */
public interface Contender {

  /** In tables and file names. */
  String name();

  /**
   * The consumer group whose committed offsets say how far it has come.
   *
   * @param pass 1 when it reads the reports for the first time; only what is measured for some time
   *     at least comes to more
   */
  String group(int pass);

  /**
   * After one pass to warm up it goes on with further ones until it was measured for so long; 0 for
   * one pass, of which the second half counts.
   */
  default double leastSeconds() {
    return 0;
  }

  /** It is cut short when it was measured for so long, after 45 s to warm up. */
  default double mostSeconds() {
    return Double.MAX_VALUE;
  }

  /** Starts it on what is there; it reads from the beginning and does not end by itself. */
  ChildJvm start(Filled filled, Path folder);

  /** Topics that it reads after the reports and must have read to the end, first stage first. */
  default List<String> stages() {
    return List.of();
  }

  /** What is wrong with its output when it has read everything; empty if nothing. */
  default List<String> complaints(Filled filled, Expected expected) {
    return List.of();
  }

  /** Takes back all that it has written. */
  void forget(Filled filled) throws InterruptedException;
}
