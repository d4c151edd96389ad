package vn.tonghop.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.tonghop.standalone.broker.EmbeddedBroker;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;

/** What every other part stands on: a broker and a registry, started and ended as one. */
public final class Backbone implements AutoCloseable {
  private final EmbeddedBroker broker;
  private RegistryProcess registry;

  private Backbone(EmbeddedBroker broker, RegistryProcess registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /** Both on free ports, durable in the folder. */
  public static Backbone start(Path folder) {
    return start(BackboneSettings.in(folder));
  }

  /**
   * Returns when both answer. When one fails the other is ended.
   *
   * @throws StartException with the reason of the one that failed
   */
  public static Backbone start(BackboneSettings settings) {
    CompletableFuture<RegistryProcess> registry =
        CompletableFuture.supplyAsync(() -> RegistryProcess.start(settings.registry()));
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(settings.broker());
    } catch (RuntimeException | Error e) {
      registry.thenAccept(RegistryProcess::close).exceptionally(alsoFailed -> null).join();
      throw e;
    }
    try {
      return new Backbone(broker, registry.join());
    } catch (CompletionException e) {
      broker.close();
      throw e.getCause() instanceof StartException why ? why : e;
    }
  }

  /** Ends the registry and starts it otherwise. Its schemas stay; its address may change. */
  public synchronized void restartRegistry(RegistrySettings settings) {
    registry.close();
    registry = RegistryProcess.start(settings);
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  /** {@code HOST:PORT}, for {@code bootstrap.servers}. */
  public String bootstrap() {
    return broker.bootstrap();
  }

  /** For {@code schema.registry.url}. */
  public synchronized String registryUrl() {
    return registry.url();
  }

  /** Throws StartException when the registry has ended by itself. */
  public synchronized void requireAlive() {
    registry.requireAlive();
  }

  public String clusterId() {
    return broker.clusterId();
  }

  @Override
  public synchronized void close() {
    try {
      registry.close();
    } finally {
      broker.close();
    }
  }
}
