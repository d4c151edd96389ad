package vn.tonghop.console.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.tonghop.console.access.Buckets.Rate;

/**
 * Checks names and passwords, and lets nobody try many: wrong ones use up what an address and an
 * account have, and only so many are checked at once, since each check takes memory.
 */
final class Logins {

  private static final int AT_ONCE = 4;

  /** More than these are refused at once: they would take the threads of those who only read. */
  private static final int MOST_WAITING = 12;

  private final Accounts accounts;
  private final Audit audit;
  private final Duration patience;
  private final Buckets byAddress;
  private final Buckets byAccount;

  /** Whoever must wait and tries on all the same is told of once in that time. */
  private final Buckets throttled;

  private final Semaphore checks = new Semaphore(AT_ONCE);

  /** What a name that nobody has is checked against, so that it takes as long. */
  private final PasswordHash nobody;

  Logins(Accounts accounts, Audit audit, InstantSource clock, Policy policy) {
    this.accounts = accounts;
    this.audit = audit;
    this.patience = policy.turnWithin();
    this.byAddress = new Buckets(clock, policy.limits().failuresOfAddress());
    this.byAccount = new Buckets(clock, policy.limits().failuresOfAccount());
    this.throttled = new Buckets(clock, new Rate(1, policy.limits().failuresOfAccount().each()));
    this.nobody = PasswordHash.of(Secrets.random(), policy.cost());
  }

  /**
   * The account, if that is its password.
   *
   * @param how it is told to the log
   * @throws Refusal if that was tried too often
   */
  Optional<Account> check(String name, String password, String address, String how) {
    Optional<Account> account = accounts.find(name);
    String told = account.map(each -> each.holder().name()).orElse("-");
    String origin = Addresses.key(address);
    // Names that cannot be one share one bucket: they are not to push real ones out of memory.
    String target = Caller.isName(name) ? name : "-";
    boolean isRight;
    try {
      isRight = isRight(account, password, origin, target);
    } catch (Refusal tooOften) {
      if (throttled.take(told + " from " + origin).isZero()) {
        audit.refused(told, address, "throttled");
      }
      throw tooOften;
    }
    if (!isRight) {
      audit.refused(told, address, "wrong");
      return Optional.empty();
    }
    audit.login(told, address, how);
    return account;
  }

  private boolean isRight(
      Optional<Account> account, String password, String origin, String target) {
    // Those who have used up theirs take nobody's turn.
    byAddress.expect(origin);
    byAccount.expect(target);
    awaitTurn();
    try {
      // Within the turn: so few have taken one at a time that right ones hardly ever lack it.
      takeOne(origin, target);
      boolean matches = account.map(Account::password).orElse(nobody).matches(password);
      if (!matches || account.isEmpty()) {
        return false;
      }
      byAddress.giveBack(origin);
      byAccount.giveBack(target);
      return true;
    } finally {
      checks.release();
    }
  }

  private void awaitTurn() {
    try {
      if (checks.getQueueLength() >= MOST_WAITING
          || !checks.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.tooMany(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.tooMany(patience);
    }
  }

  /** Of both, or of none: nothing has been guessed where one of them refuses. */
  private void takeOne(String origin, String target) {
    byAddress.require(origin);
    try {
      byAccount.require(target);
    } catch (Refusal tooOften) {
      byAddress.giveBack(origin);
      throw tooOften;
    }
  }
}
