package vn.tonghop.standalone.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.apache.kafka.common.resource.ResourceType;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.standalone.security.Credentials;
import vn.tonghop.standalone.security.Rights;

/** Passwords, rights and quotas as the broker has them now. */
final class Access {

  /**
   * Bytes and request time that one principal may take, so that none takes all: a unit's reports of
   * a year are a few MiB, and a load goes at 8 MiB a second.
   */
  static final Map<String, Double> QUOTAS =
      Map.of(
          "producer_byte_rate", 8.0 * 1024 * 1024,
          "consumer_byte_rate", 16.0 * 1024 * 1024,
          "request_percentage", 100.0);

  private final Admin admin;

  Access(Admin admin) {
    this.admin = admin;
  }

  /** All names that have a password. */
  Set<String> withPassword() throws InterruptedException {
    return new TreeSet<>(Asked.of(admin.describeUserScramCredentials().users()));
  }

  /** The names among these that have a password. */
  Set<String> withPassword(Collection<String> names) throws InterruptedException {
    Set<String> found = new TreeSet<>();
    var answers = admin.describeUserScramCredentials(List.copyOf(names));
    for (String name : names) {
      Asked.unless(ResourceNotFoundException.class, answers.description(name))
          .map(UserScramCredentialsDescription::name)
          .ifPresent(found::add);
    }
    return found;
  }

  void deletePassword(String name) throws InterruptedException {
    Asked.of(
        admin
            .alterUserScramCredentials(
                List.of(new UserScramCredentialDeletion(name, Credentials.MECHANISM)))
            .all());
  }

  /** Every right that anybody has, by the principal's name. */
  Map<String, Set<AclBinding>> rights() throws InterruptedException {
    Map<String, Set<AclBinding>> rights = new LinkedHashMap<>();
    String user = Rights.principal("");
    for (AclBinding each : Asked.of(admin.describeAcls(AclBindingFilter.ANY).values())) {
      String principal = each.entry().principal();
      if (principal.startsWith(user)) {
        rights
            .computeIfAbsent(principal.substring(user.length()), name -> new HashSet<>())
            .add(each);
      }
    }
    return rights;
  }

  void grant(Collection<AclBinding> rights) throws InterruptedException {
    Asked.of(admin.createAcls(rights).all());
  }

  void revoke(Collection<AclBinding> rights) throws InterruptedException {
    Asked.of(admin.deleteAcls(rights.stream().map(AclBinding::toFilter).toList()).all());
  }

  boolean hasQuotas(String name) throws InterruptedException {
    ClientQuotaEntity entity = entity(name);
    Map<ClientQuotaEntity, Map<String, Double>> all =
        Asked.of(
            admin
                .describeClientQuotas(
                    ClientQuotaFilter.containsOnly(
                        List.of(ClientQuotaFilterComponent.ofEntity(ClientQuotaEntity.USER, name))))
                .entities());
    return all.containsKey(entity);
  }

  void limit(String name) throws InterruptedException {
    List<ClientQuotaAlteration.Op> quotas = new ArrayList<>();
    QUOTAS.forEach((key, value) -> quotas.add(new ClientQuotaAlteration.Op(key, value)));
    Asked.of(
        admin.alterClientQuotas(List.of(new ClientQuotaAlteration(entity(name), quotas))).all());
  }

  private static ClientQuotaEntity entity(String name) {
    return new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, name));
  }

  /** {@code WRITE tonghop.reports.40}, for people. */
  static String words(AclBinding right) {
    String kind =
        right.pattern().resourceType() == ResourceType.TOPIC
            ? ""
            : right.pattern().resourceType() + " ";
    String more =
        switch (right.pattern().patternType()) {
          case PREFIXED -> "…";
          default -> "";
        };
    return "%s %s%s%s"
        .formatted(right.entry().operation(), kind, Objects.toString(right.pattern().name()), more);
  }
}
