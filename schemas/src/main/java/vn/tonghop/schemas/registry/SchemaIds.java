package vn.tonghop.schemas.registry;

import java.util.Map;
import org.apache.avro.Schema;

/** Ids by subject and schema, asked once each: a producer must not ask for every record. */
public final class SchemaIds {
  private static final int MOST = 1_000;

  private record Key(String subject, Schema schema) {}

  private final RegistryClient client;
  private final Map<Key, Integer> ids = new Bounded<>(MOST);
  private final Map<String, RegistryClient.Registered> latest = new Bounded<>(MOST);

  public SchemaIds(RegistryClient client) {
    this.client = client;
  }

  /** The id of a schema that the subject has; fails as {@link RegistryClient#lookUp} does. */
  public synchronized int lookUp(String subject, Schema schema) {
    Key key = new Key(subject, schema);
    Integer id = ids.get(key);
    if (id == null) {
      id = client.lookUp(subject, schema);
      ids.put(key, id);
    }
    return id;
  }

  /** The id of a schema that the subject has from now on, whatever it had. */
  public synchronized int register(String subject, Schema schema) {
    Key key = new Key(subject, schema);
    Integer id = ids.get(key);
    if (id == null) {
      id = client.register(subject, schema);
      ids.put(key, id);
    }
    return id;
  }

  /** The subject's last version, as it was when first asked for. */
  public synchronized RegistryClient.Registered latest(String subject) {
    RegistryClient.Registered last = latest.get(subject);
    if (last == null) {
      last = client.latest(subject);
      latest.put(subject, last);
    }
    return last;
  }
}
