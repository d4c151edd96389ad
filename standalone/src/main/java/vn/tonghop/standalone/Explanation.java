package vn.tonghop.standalone;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.tonghop.console.access.AccessException;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.producer.PlaintextCheck;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.settings.AskedLanguage;
import vn.tonghop.producer.settings.SettingsException;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.system.OtherRegimeException;
import vn.tonghop.streams.layout.LayoutException;

/**
 * Says in a line what the user can mend, with the exit code of its kind; what nobody can mend from
 * outside is a bug and keeps its stack trace.
 */
final class Explanation implements IExecutionExceptionHandler {

  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int UNREACHABLE = 3;
  private static final String OUT_OF_REACH =
      "Không kết nối được máy chủ Kafka hoặc kho lược đồ / Broker or registry is out of reach: ";

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    int code = code(e);
    if (e instanceof ReferenceException reference) {
      Language lang = AskedLanguage.of(parsed.originalArgs());
      reference
          .problems()
          .forEach(each -> command.getErr().println(lang.pick(each.vi(), each.en())));
      command.getErr().flush();
      return code;
    }
    String message = e.getMessage();
    String reason = message == null ? e.toString() : message;
    if (e instanceof StartException start && start.text().isPresent()) {
      Text text = start.text().get();
      return both(text.vi(), text.en(), command, code);
    }
    if (e instanceof AccessException access) {
      access.problems().forEach(each -> both(each.vi(), each.en(), command, code));
      return code;
    }
    if (e instanceof LayoutException layout) {
      return both(layout.vi(), layout.en(), command, code);
    }
    if (e instanceof PublishException reaching
        && reaching.reason() == PublishException.Reason.SPEAKS_TLS) {
      Text text = PlaintextCheck.SPEAKS_TLS;
      return both(text.vi() + ": " + reason, text.en() + ": " + reason, command, code);
    }
    if (comesFrom(e, SecurityDisabledException.class)) {
      return both(
          "Máy chủ này không xác thực ai, nên không có quyền nào để cấp: hãy chạy `up --secure`, hoặc đặt authorizer cho máy chủ",
          "This broker asks nobody who it is, so there are no rights to give: run `up --secure`, or give the broker an authorizer",
          command,
          code);
    }
    if (comesFrom(e, AuthorizationException.class, AuthenticationException.class)) {
      return both(
          "Máy chủ không cho phép: tệp cấu hình này không có quyền làm việc đó, hoặc mật khẩu đã đổi: "
              + reason,
          "The broker does not allow it: these settings have no right to do that, or their password has changed: "
              + reason,
          command,
          code);
    }
    command.getErr().println(code == UNREACHABLE ? OUT_OF_REACH + reason : reason);
    command.getErr().flush();
    return code;
  }

  private static int both(String vi, String en, CommandLine command, int code) {
    command.getErr().println(vi);
    command.getErr().println(en);
    command.getErr().flush();
    return code;
  }

  private static int code(Exception e) throws Exception {
    if (e instanceof SettingsException
        || e instanceof ReferenceException
        || e instanceof OtherRegimeException
        || e instanceof AccessException
        || e instanceof vn.tonghop.streams.config.SettingsException) {
      return USAGE;
    }
    if (isUnreachable(e)) {
      return UNREACHABLE;
    }
    if (e instanceof StartException
        || e instanceof KafkaException
        || e instanceof PublishException
        || e instanceof LayoutException
        || e instanceof IOException) {
      return FAILED;
    }
    throw e;
  }

  private static boolean comesFrom(Throwable failure, Class<?>... kinds) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Class<?> kind : kinds) {
        if (kind.isInstance(cause)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isUnreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException
          || (cause instanceof PublishException sending && sending.isOutOfReach())) {
        return true;
      }
    }
    return false;
  }
}
