package vn.tonghop.streams.processor;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** How Kafka Streams makes a task's {@link ProgrammeYears}: never logged, itself a cache. */
public final class ProgrammeYearsBuilder implements StoreBuilder<ProgrammeYears> {

  /**
   * Reports and standings of one task, of which there are four: some twelve programme-years of 63
   * units with all their periods and targets, half a kilobyte to one of heap each.
   */
  private static final int MOST = 20_000;

  private final String name;

  public ProgrammeYearsBuilder(String name) {
    this.name = name;
  }

  @Override
  public ProgrammeYears build() {
    return new ProgrammeYears(name, MOST);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean loggingEnabled() {
    return false;
  }

  @Override
  public Map<String, String> logConfig() {
    return Map.of();
  }

  @Override
  public StoreBuilder<ProgrammeYears> withCachingEnabled() {
    throw new UnsupportedOperationException("it is a cache");
  }

  @Override
  public StoreBuilder<ProgrammeYears> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<ProgrammeYears> withLoggingEnabled(Map<String, String> config) {
    throw new UnsupportedOperationException("it holds nothing of its own");
  }

  @Override
  public StoreBuilder<ProgrammeYears> withLoggingDisabled() {
    return this;
  }
}
