package vn.tonghop.standalone;

import java.nio.file.Path;
import java.util.Map;
import vn.tonghop.standalone.broker.BrokerSecurity;
import vn.tonghop.standalone.broker.BrokerSettings;
import vn.tonghop.standalone.registry.RegistrySettings;

/** How broker and registry are started: each in a folder of its own within one. */
public record BackboneSettings(BrokerSettings broker, RegistrySettings registry) {

  /** On free ports of this machine, reachable from this machine alone. */
  public static BackboneSettings in(Path folder) {
    return new BackboneSettings(
        BrokerSettings.in(folder.resolve("broker")),
        RegistrySettings.in(folder.resolve("registry")));
  }

  /**
   * For records that carry the time of the history they replay: by default a segment ends where its
   * records are a week apart, which in random order is at every batch.
   */
  public BackboneSettings forReplay() {
    return new BackboneSettings(
        broker.withOverrides(Map.of("log.roll.ms", Long.toString(Long.MAX_VALUE))), registry);
  }

  /** With a broker that asks who comes. */
  public BackboneSettings withSecurity(BrokerSecurity security) {
    return new BackboneSettings(broker.withSecurity(security), registry);
  }

  public BackboneSettings withRegistry(RegistrySettings newRegistry) {
    return new BackboneSettings(broker, newRegistry);
  }

  /** 0 takes a free port. */
  public BackboneSettings withPorts(int brokerPort, int registryPort) {
    return new BackboneSettings(broker.withPort(brokerPort), registry.withPort(registryPort));
  }
}
