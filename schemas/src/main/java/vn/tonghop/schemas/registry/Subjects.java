package vn.tonghop.schemas.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import vn.tonghop.NationalTable;
import vn.tonghop.ProgressReport;
import vn.tonghop.Receipt;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.StandingChange;
import vn.tonghop.UnitStanding;

/**
 * The schemas that other programs read or write. Producers do not register schemas: an operator's
 * program does, with the rule that no later version may break a reader or a writer of any other.
 */
public final class Subjects {
  /** Every version can read, and be read by, every other. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final List<Schema> EXTERNAL =
      List.of(
          ProgressReport.getClassSchema(),
          Receipt.getClassSchema(),
          UnitStanding.getClassSchema(),
          StandingChange.getClassSchema(),
          NationalTable.getClassSchema(),
          ReferenceEntry.getClassSchema());

  private Subjects() {}

  /** All external schemas. */
  public static List<Schema> external() {
    return EXTERNAL;
  }

  /** A record has one subject wherever it travels: its full name. */
  public static String subject(Schema schema) {
    return schema.getFullName();
  }

  /**
   * Sets the rule and registers all external schemas; what is there already stays.
   *
   * @return ids by subject
   * @throws RegistryUnavailableException if the registry is out of reach
   * @throws RegistryRefusedException if a schema breaks the rule
   */
  public static Map<String, Integer> registerAll(RegistryClient client) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Schema schema : EXTERNAL) {
      client.setCompatibility(subject(schema), COMPATIBILITY);
      ids.put(subject(schema), client.register(subject(schema), schema));
    }
    return ids;
  }

  /**
   * Looks the external schemas up without registering any.
   *
   * @return ids by subject
   * @throws RegistryUnavailableException if the registry is out of reach
   * @throws RegistryNotFoundException if one is not registered
   */
  public static Map<String, Integer> lookUpAll(RegistryClient client) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Schema schema : EXTERNAL) {
      ids.put(subject(schema), client.lookUp(subject(schema), schema));
    }
    return ids;
  }
}
