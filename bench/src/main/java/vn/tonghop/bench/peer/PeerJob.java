package vn.tonghop.bench.peer;

import java.util.List;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.streams.config.RollUpSettings;

/** What a peer makes of the reports: its topology, its output, and how that is judged. */
interface PeerJob {

  List<PeerJob> ALL = List.of(new TablesJob(), new WholeJob());

  static PeerJob named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** Of the peer, in tables and arguments. */
  String name();

  Topology topology(StreamsConfig config, RollUpSettings settings, PeerCheck check);

  /** The topics between its stages, in the order in which records pass them. */
  List<String> stages(String applicationId);

  /** Creates what it writes to and the cluster has not got. */
  void createOutput(Filled filled);

  /** What is wrong with its output when it has read everything; empty if nothing. */
  List<String> complaints(Filled filled, Expected expected);

  /** Takes its output back. */
  void forgetOutput(Filled filled) throws InterruptedException;
}
