package vn.tonghop.standalone.system;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistryNotFoundException;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.standalone.Backbone;
import vn.tonghop.standalone.BackboneSettings;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.security.SecurityFolder;

/**
 * The start of {@code up --secure}. Nobody outside this process finds a registry that can be
 * written: schemas are registered on a port that is told to nobody, before the one that is told.
 */
final class SecureStart {

  private SecureStart() {}

  static EvaluationSystem start(SystemSettings settings, DataFolder folder)
      throws InterruptedException {
    SecurityFolder security = SecurityFolder.open(settings.folder());
    RegistrySettings told = settings.backbone().registry().forReading();
    RegistrySettings hidden = settings.backbone().registry().withPort(0);
    Integer mutualPort = settings.mutualPort();
    BackboneSettings first =
        settings
            .backbone()
            .withSecurity(security.broker(mutualPort == null ? 0 : mutualPort))
            .withRegistry(folder.isKnown() ? told : hidden);
    Backbone backbone = Backbone.start(first);
    try {
      if (folder.isKnown()) {
        folder.requireCluster(backbone.clusterId());
        EvaluationSystem.requireSchemas(settings.folder(), EvaluationSystem.config(backbone));
      }
      if (!folder.isKnown() || lacksSchemas(backbone)) {
        if (folder.isKnown()) {
          backbone.restartRegistry(hidden);
        }
        Subjects.registerAll(registry(backbone));
        backbone.restartRegistry(told);
      }
      security.admit(
          backbone.broker().ownClient(),
          EvaluationSystem.APPLICATION_ID,
          common(settings, backbone),
          backbone.broker().mutualBootstrap());
      Map<String, String> administrator = security.settings(SecurityFolder.ADMINISTRATOR);
      new Setup(Map.copyOf(administrator), Replication.SINGLE)
          .topics(settings.units(), EvaluationSystem.reports(settings), settings.reference());
      return EvaluationSystem.start(
          settings, folder, backbone, administrator, security.settings(SecurityFolder.ROLL_UP));
    } catch (RuntimeException | InterruptedException e) {
      backbone.close();
      throw e;
    }
  }

  /** A folder that asked everybody who it is does not begin to let anybody in unasked. */
  static void requireNeverSecure(Path folder) {
    if (SecurityFolder.isIn(folder)) {
      throw new StartException(
          new Text(
              "thư mục %s đã dùng với --secure: hãy chạy với --secure, hoặc chọn thư mục khác bằng --data"
                  .formatted(folder),
              "the folder %s was in use with --secure: start with --secure, or choose another folder by --data"
                  .formatted(folder)));
    }
  }

  private static boolean lacksSchemas(Backbone backbone) {
    try {
      Subjects.lookUpAll(registry(backbone));
      return false;
    } catch (RegistryNotFoundException e) {
      return true;
    }
  }

  private static RegistryClient registry(Backbone backbone) {
    return new RegistryClient(
        vn.tonghop.schemas.registry.RegistrySettings.from(
            Map.copyOf(EvaluationSystem.config(backbone))));
  }

  private static Map<String, String> common(SystemSettings settings, Backbone backbone) {
    Map<String, String> common = new LinkedHashMap<>(EvaluationSystem.config(backbone));
    common.put("regime", settings.regime().id());
    common.put("application.id", EvaluationSystem.APPLICATION_ID);
    return common;
  }
}
