package vn.tonghop.standalone.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own authorizer, and a line for each refusal: who tried what on what, when and from where.
 * Kafka's log says it without the time, and at a level that nobody reads.
 */
public final class RefusalLog extends StandardAuthorizer {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = super.authorize(context, actions);
    for (int i = 0; i < results.size(); i++) {
      Action action = actions.get(i);
      if (results.get(i) == AuthorizationResult.DENIED && action.logIfDenied()) {
        LOG.warn(
            "từ chối / refused: {} {} {} {} {} ({}, {})",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            context.principal(),
            action.operation(),
            action.resourcePattern().resourceType(),
            printable(action.resourcePattern().name()),
            ApiKeys.forId(context.requestType()),
            context.clientAddress().getHostAddress());
      }
    }
    return results;
  }

  /** A name is what the client sent: it must not begin a line of its own. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
