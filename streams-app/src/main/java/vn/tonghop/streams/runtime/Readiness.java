package vn.tonghop.streams.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance should be counted on, check by check. A check that fails is told in both
 * languages; none of them is a reason to restart the instance, which {@link Health#isAlive} alone
 * is.
 */
public record Readiness(List<Check> checks) {

  public Readiness {
    checks = List.copyOf(checks);
  }

  /**
   * One thing that is needed.
   *
   * @param vi what is wrong, in Vietnamese; empty if nothing is
   * @param en the same in English
   */
  public record Check(String name, boolean ok, String vi, String en) {

    static Check of(String name, boolean ok, String vi, String en) {
      return new Check(name, ok, ok ? "" : vi, ok ? "" : en);
    }
  }

  /**
   * Puts together what the instance knows of itself and what it found outside.
   *
   * @param mostLag records on one partition; more is too far behind
   * @param broker why it does not answer; null if it does
   * @param registry the same
   */
  static Readiness of(
      Health health, long mostLag, @Nullable String broker, @Nullable String registry) {
    return new Readiness(
        List.of(
            Check.of(
                "state",
                health.isRunning(),
                "không chạy: " + health.state() + because(health.failure()),
                "not running: " + health.state() + because(health.failure())),
            Check.of(
                "tasks",
                health.hasTasks(),
                "chưa được giao phần việc nào",
                "no task has been assigned"),
            Check.of(
                "restore",
                health.hasItsState(),
                "còn phải khôi phục %d bản ghi trạng thái".formatted(health.restoring()),
                "%d records of state are still to be restored".formatted(health.restoring())),
            Check.of(
                "lag",
                health.lag() <= mostLag,
                "còn %d bản ghi chưa xử lý, mức cho phép là %d".formatted(health.lag(), mostLag),
                "%d records are waiting, %d are allowed".formatted(health.lag(), mostLag)),
            Check.of(
                "broker",
                broker == null,
                "máy chủ Kafka không trả lời" + because(broker),
                "no broker answers" + because(broker)),
            Check.of(
                "registry",
                registry == null,
                "kho lược đồ không trả lời" + because(registry),
                "the registry does not answer" + because(registry))));
  }

  public boolean isReady() {
    return checks.stream().allMatch(Check::ok);
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : " (" + reason + ")";
  }
}
