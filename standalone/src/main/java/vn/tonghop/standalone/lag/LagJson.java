package vn.tonghop.standalone.lag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.lag.Lag;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Look;
import vn.tonghop.monitor.lag.Place;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.UnreadReason;

/** Lag for programs: one JSON object a partition. */
public final class LagJson {

  private static final double MILLIS = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private LagJson() {}

  /** One line; what is not known is null. */
  public static String line(Seen.At at, Seen seen, Limits limits) {
    Place place = at.place();
    Look look = at.look();
    Lag lag = at.lag();
    UnreadReason reason = seen.unread().get(place.partition().topic());
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("stage", place.stage().id());
    line.put("topic", place.partition().topic());
    line.put("partition", place.partition().partition());
    line.put("end", look.end());
    line.put("stable", look.stable());
    line.put("committed", look.committed());
    line.put("lag", lag.records());
    line.put("subscribed", reason == null);
    line.put("group", place.group());
    line.put("unit", place.unit());
    line.put("members", look.members());
    line.put("verdict", lag.verdict().name());
    line.put("lagSeconds", seconds(lag.age()));
    line.put("velocity", lag.velocity());
    line.put("secondsToCatchUp", seconds(lag.toCatchUp()));
    line.put("note", note(lag, reason, limits));
    line.put("openTransactionSeconds", seconds(lag.open()));
    line.put("openTransactionProducer", seen.producers().get(place.partition()));
    return text(line);
  }

  static String text(Map<String, ?> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers and texts can always be written", e);
    }
  }

  static @Nullable Double seconds(@Nullable Duration time) {
    return time == null ? null : time.toMillis() / MILLIS;
  }

  private static @Nullable String note(Lag lag, @Nullable UnreadReason reason, Limits limits) {
    if (reason != null) {
      return "UNSUBSCRIBED " + reason.id();
    }
    return LagText.isOpenForLong(lag, limits) ? "OPEN_TRANSACTION" : null;
  }
}
