package vn.tonghop.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** The topics that the topology keeps for itself. */
public final class InternalTopics {

  static final String SUBMISSIONS = "submissions";

  /** Of each of them: a change needs a new application id. */
  public static final int PARTITIONS = 4;

  private InternalTopics() {}

  /** Those that the topology itself reads. */
  public static List<String> sources(String applicationId) {
    return List.of(applicationId + "-" + SUBMISSIONS + "-repartition");
  }

  /** The changelog of accepted reports, by programme, period and body. */
  public static String acceptedReports(String applicationId) {
    return applicationId + "-" + Acceptances.ACCEPTED_REPORTS + "-changelog";
  }

  /** Where all of a programme's records stand: Kafka's own hash of its code. */
  public static int partition(String programme) {
    return partition(programme, PARTITIONS);
  }

  static int partition(String programme, int partitions) {
    byte[] code = programme.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(code)) % partitions;
  }
}
