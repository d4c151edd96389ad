package vn.tonghop.streams.topology;

import java.util.List;

/** Names of the topics between the topology's stages, in the order in which records pass them. */
public final class InternalTopics {

  static final String SUBMISSIONS = "submissions";

  private InternalTopics() {}

  /** The topics that the topology itself reads, first stage first. */
  public static List<String> sources(String applicationId) {
    return List.of(applicationId + "-" + SUBMISSIONS + "-repartition");
  }
}
