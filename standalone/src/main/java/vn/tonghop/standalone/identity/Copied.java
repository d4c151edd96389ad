package vn.tonghop.standalone.identity;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import vn.tonghop.standalone.security.Rights;

/** A right of one principal, given to another. */
final class Copied {

  private Copied() {}

  static AclBinding to(String name, AclBinding right) {
    AccessControlEntry entry = right.entry();
    return new AclBinding(
        right.pattern(),
        new AccessControlEntry(
            Rights.principal(name), entry.host(), entry.operation(), entry.permissionType()));
  }
}
