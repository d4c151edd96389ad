package vn.tonghop.standalone.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.StartException;

/**
 * Makes the brokers know the platform's own parts: their passwords, which stand in settings files,
 * and their rights, without those that a former version gave them. Harmless when repeated.
 *
 * @param own of a client that may do this, e.g. by the administrator's certificate
 * @param application id of the roll-up
 */
public record Admission(Map<String, Object> own, String application) {

  public Admission {
    own = Map.copyOf(own);
  }

  /**
   * Admits them.
   *
   * @param folder of the settings files, one a part
   * @throws StartException if the broker refuses
   */
  public void admit(Collection<Part> parts, Path folder) throws InterruptedException {
    try (Admin admin = Admin.create(own)) {
      for (Part part : parts) {
        credentials(part, folder).store(admin);
        Set<AclBinding> rights = part.rights(application);
        admin.createAcls(rights).all().get();
        revokeOthers(admin, part, rights);
      }
    } catch (ExecutionException e) {
      throw new StartException("the broker did not take a principal: " + e.getCause(), e);
    } catch (KafkaException e) {
      throw new StartException("the broker cannot be asked: " + e.getMessage(), e);
    }
  }

  private static void revokeOthers(Admin admin, Part part, Set<AclBinding> rights)
      throws InterruptedException, ExecutionException {
    AclBindingFilter own =
        new AclBindingFilter(
            ResourcePatternFilter.ANY,
            new AccessControlEntryFilter(
                Rights.principal(part.id()), null, AclOperation.ANY, AclPermissionType.ANY));
    List<AclBindingFilter> others =
        admin.describeAcls(own).values().get().stream()
            .filter(each -> !rights.contains(each))
            .map(AclBinding::toFilter)
            .toList();
    if (!others.isEmpty()) {
      admin.deleteAcls(others).all().get();
    }
  }

  private static Credentials credentials(Part part, Path folder) {
    Path file = SecurityFolder.file(folder, part.id());
    try {
      String password = Credentials.password(SettingsText.read(Files.readString(file)));
      if (password.isEmpty()) {
        throw FolderTrouble.damaged(file, "no password in it", null);
      }
      return new Credentials(part.id(), password);
    } catch (IOException e) {
      throw FolderTrouble.damaged(file, String.valueOf(e.getMessage()), e);
    }
  }
}
