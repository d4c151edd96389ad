package vn.tonghop.standalone.system;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.standalone.BackboneSettings;

/**
 * What an evaluation system is made of.
 *
 * @param reference published on the first start, and whenever it differs from the last version
 * @param units whose topics are made
 * @param replay whether records keep the sender's time and are judged by the first version of the
 *     reference data, so that history comes out with its punctuality
 * @param mutualPort where clients come by certificate; 0 takes a free one, null lets anybody in
 *     without being asked
 */
public record SystemSettings(
    Path folder,
    BackboneSettings backbone,
    Regime regime,
    ReferenceRows reference,
    Set<String> units,
    boolean replay,
    @Nullable Integer mutualPort) {

  public SystemSettings {
    units = Set.copyOf(units);
  }

  /** Whether everybody who comes must say who it is. */
  boolean isSecure() {
    return mutualPort != null;
  }
}
