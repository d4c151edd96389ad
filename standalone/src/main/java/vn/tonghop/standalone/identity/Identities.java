package vn.tonghop.standalone.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.Credentials;
import vn.tonghop.standalone.security.Rights;

/**
 * Gives principals their rights and takes them away, on any broker with an authorizer. What is
 * there already stays as it is; what changes leaves a trace.
 */
public final class Identities implements AutoCloseable {

  private static final int CERTIFICATE_NAME = 8;

  private final Admin admin;
  private final Access access;
  private final Trace trace;

  private Identities(Admin admin, Map<String, Object> config) {
    this.admin = admin;
    this.access = new Access(admin);
    this.trace = new Trace(config);
  }

  /** With the settings of an administrator's clients. */
  public static Identities open(Map<String, Object> config) {
    return new Identities(Admin.create(config), config);
  }

  /**
   * Gives a holder its topics, a password, rights and quotas, as far as they are missing.
   *
   * @return what was done; a password only if there was none
   */
  public Done add(Holder holder) throws InterruptedException {
    boolean known = hasPassword(holder);
    Changes changes = new Changes("add", holder.name());
    topics(holder, changes);
    rights(holder.name(), holder.rights(holder.name()), changes);
    if (known) {
      return Done.of(perform(changes));
    }
    return withPassword(holder, changes);
  }

  /**
   * The same for a holder that will come by a certificate.
   *
   * @param former whether the certificates that it had lose their rights, and the new one gets them
   * @return the name that the certificate must bear
   */
  public Certified addCertificate(Holder holder, boolean former) throws InterruptedException {
    String name =
        holder.name()
            + Holder.CERTIFICATE
            + UUID.randomUUID().toString().substring(0, CERTIFICATE_NAME);
    Changes changes = new Changes(former ? "rotate-certificate" : "add-certificate", name);
    topics(holder, changes);
    Set<AclBinding> rights = new LinkedHashSet<>(holder.rights(name));
    Set<AclBinding> gone = new HashSet<>();
    access
        .rights()
        .forEach(
            (other, theirs) -> {
              if (holder.owns(other)) {
                // What it took over from a dissolved unit goes with it.
                theirs.stream()
                    .filter(each -> isOfTopics(each))
                    .map(each -> Copied.to(name, each))
                    .forEach(rights::add);
                if (former && !other.equals(holder.name())) {
                  gone.addAll(theirs);
                }
              }
            });
    rights(name, rights, changes);
    revoke(gone, changes);
    return new Certified(name, perform(changes));
  }

  /** A new password for a holder that has one; the old one opens no new connection. */
  public Done rotate(Holder holder) throws InterruptedException {
    requirePassword(holder);
    return withPassword(holder, new Changes("rotate", holder.name()));
  }

  /** Takes password and all rights away, those of certificates too. Topics stay. */
  public Done suspend(Holder holder) throws InterruptedException {
    Changes changes = new Changes("suspend", holder.name());
    takeAway(holder, changes);
    return Done.of(perform(changes));
  }

  /** The successor may write what a dissolved unit may no longer; both must be there. */
  public Done succeed(Holder.Unit dissolved, Holder.Unit successor) throws InterruptedException {
    requireTopics(dissolved);
    Set<String> names = new TreeSet<>(access.withPassword(List.of(successor.name())));
    access.rights().keySet().stream().filter(successor::owns).forEach(names::add);
    if (names.isEmpty()) {
      throw unknown(successor);
    }
    Changes changes = new Changes("succeed", dissolved.name() + Traced.ARROW + successor.name());
    takeAway(dissolved, changes);
    for (String name : names) {
      rights(name, Rights.ofSuccessor(name, dissolved.code()), changes);
    }
    return Done.of(perform(changes));
  }

  /** All units that have a topic, and who may write to it. */
  public List<Listed> units() throws InterruptedException {
    Set<String> units = new TreeSet<>();
    Asked.of(admin.listTopics().names())
        .forEach(topic -> Topics.unitOf(topic).ifPresent(units::add));
    Map<String, Set<AclBinding>> rights = access.rights();
    Set<String> passwords = access.withPassword();
    return units.stream().map(unit -> Listed.of(new Holder.Unit(unit), passwords, rights)).toList();
  }

  /** All systems that read; one that was suspended has left nothing that tells of it. */
  public List<Listed> readers() throws InterruptedException {
    Map<String, Set<AclBinding>> rights = access.rights();
    Set<String> passwords = access.withPassword();
    return Stream.concat(passwords.stream(), rights.keySet().stream())
        .flatMap(name -> Holder.Reader.of(name).stream())
        .distinct()
        .sorted(Comparator.comparing(Holder.Reader::code))
        .map(reader -> Listed.of(reader, passwords, rights))
        .toList();
  }

  /** What administrators did so far, the first thing first. */
  public void forEachTraced(Consumer<Traced> take) {
    trace.readAll(take);
  }

  private Done withPassword(Holder holder, Changes changes) throws InterruptedException {
    Credentials credentials = Credentials.fresh(holder.name());
    changes.add(
        new Text("mật khẩu mới", "new password"),
        () -> {
          try {
            credentials.store(admin);
          } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take the password", e.getCause());
          }
        });
    return new Done(perform(changes), credentials);
  }

  private void takeAway(Holder holder, Changes changes) throws InterruptedException {
    if (hasPassword(holder)) {
      changes.add(
          new Text("bỏ mật khẩu", "password taken away"),
          () -> access.deletePassword(holder.name()));
    }
    Set<AclBinding> gone = new HashSet<>();
    access
        .rights()
        .forEach(
            (name, rights) -> {
              if (holder.owns(name)) {
                gone.addAll(rights);
              }
            });
    revoke(gone, changes);
  }

  private void revoke(Set<AclBinding> gone, Changes changes) {
    if (!gone.isEmpty()) {
      String words = words(gone);
      changes.add(
          new Text("bỏ quyền: " + words, "rights taken away: " + words), () -> access.revoke(gone));
    }
  }

  private void rights(String name, Set<AclBinding> wanted, Changes changes)
      throws InterruptedException {
    Set<AclBinding> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(access.rights().getOrDefault(name, Set.of()));
    if (!missing.isEmpty()) {
      String words = words(missing);
      changes.add(
          new Text("cấp quyền: " + words, "rights given: " + words), () -> access.grant(missing));
    }
    if (!access.hasQuotas(name)) {
      changes.add(new Text("đặt hạn mức", "quotas set"), () -> access.limit(name));
    }
  }

  private Set<String> missingTopics(Holder.Unit unit) throws InterruptedException {
    Set<String> missing = new TreeSet<>(unit.topics());
    missing.removeAll(Asked.of(admin.listTopics().names()));
    return missing;
  }

  /** Nobody succeeds a unit that never was: its code is mistyped. */
  private void requireTopics(Holder.Unit unit) throws InterruptedException {
    if (!missingTopics(unit).isEmpty()) {
      throw new StartException(
          new Text(
              "không có đơn vị %s: chưa có kênh nào của đơn vị này; hãy kiểm tra mã, xem unit list"
                  .formatted(unit.code()),
              "there is no unit %s: it has no topics; check its code, see unit list"
                  .formatted(unit.code())));
    }
  }

  private void topics(Holder holder, Changes changes) throws InterruptedException {
    if (holder instanceof Holder.Unit unit) {
      Set<String> missing = missingTopics(unit);
      if (!missing.isEmpty()) {
        String names = String.join(", ", missing);
        changes.add(
            new Text("tạo kênh: " + names, "topics made: " + names),
            () ->
                new TopicAdmin(admin, AuditTopic.replication(admin))
                    .createUnits(List.of(unit.code()), UnaryOperator.identity()));
      }
    }
  }

  private List<Text> perform(Changes changes) throws InterruptedException {
    if (!changes.isEmpty()) {
      AuditTopic.require(admin);
      trace.write(changes.action(), changes.principal(), changes.words());
    }
    return changes.perform();
  }

  private boolean hasPassword(Holder holder) throws InterruptedException {
    return access.withPassword(List.of(holder.name())).contains(holder.name());
  }

  private void requirePassword(Holder holder) throws InterruptedException {
    if (!hasPassword(holder)) {
      throw unknown(holder);
    }
  }

  private static StartException unknown(Holder holder) {
    return new StartException(
        new Text(
            holder.name() + " chưa được cấp quyền, hoặc đã bị tạm dừng: hãy dùng lệnh add",
            holder.name() + " has not been given access, or was suspended: use add"));
  }

  private static boolean isOfTopics(AclBinding right) {
    return right.pattern().resourceType() == ResourceType.TOPIC;
  }

  private static String words(Set<AclBinding> rights) {
    List<String> words =
        new ArrayList<>(new TreeSet<>(rights.stream().map(Access::words).toList()));
    return String.join(", ", words);
  }

  @Override
  public void close() {
    admin.close();
  }

  /**
   * What came of it.
   *
   * @param changes empty if everything was so already
   * @param credentials to be handed over; null if the password stays as it was
   */
  public record Done(List<Text> changes, @Nullable Credentials credentials) {
    static Done of(List<Text> changes) {
      return new Done(changes, null);
    }
  }

  /** A name that a certificate is to bear, and what was done for it. */
  public record Certified(String name, List<Text> changes) {}
}
