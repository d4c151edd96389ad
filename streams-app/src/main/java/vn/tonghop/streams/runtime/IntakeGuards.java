package vn.tonghop.streams.runtime;

import java.util.HashSet;
import java.util.Set;

/**
 * What stands between the broker and the topology.
 *
 * @param topics which reports topics can be read
 * @param internalTopics the topology's own source topics
 * @param schemas writer schemas by id
 * @param reference read to its end before records are judged
 */
record IntakeGuards(
    ReadableTopics topics,
    Set<String> internalTopics,
    SchemaGate schemas,
    ReferenceReader reference) {

  IntakeGuards {
    internalTopics = Set.copyOf(internalTopics);
  }

  /** All topics to subscribe. */
  Set<String> sources() {
    Set<String> sources = new HashSet<>(topics.readable());
    sources.addAll(internalTopics);
    return sources;
  }
}
