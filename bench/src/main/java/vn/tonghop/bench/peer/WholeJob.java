package vn.tonghop.bench.peer;

import java.util.List;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.OutputCheck;
import vn.tonghop.streams.config.RollUpSettings;

/** The peer that does the roll-up's job: its topics, its bytes, judged as it is. */
final class WholeJob implements PeerJob {

  @Override
  public String name() {
    return Peer.WHOLE;
  }

  @Override
  public Topology topology(StreamsConfig config, RollUpSettings settings, PeerCheck check) {
    return new WholeTopology(check, OutputBytes.registered(settings)).build(config);
  }

  @Override
  public List<String> stages(String applicationId) {
    return WholeTopology.stages(applicationId);
  }

  /** The contract's topics are there already. */
  @Override
  public void createOutput(Filled filled) {}

  @Override
  public List<String> complaints(Filled filled, Expected expected) {
    return OutputCheck.complaints(filled.cluster(), expected);
  }

  @Override
  public void forgetOutput(Filled filled) throws InterruptedException {
    filled.cluster().forgetOutputs();
  }
}
