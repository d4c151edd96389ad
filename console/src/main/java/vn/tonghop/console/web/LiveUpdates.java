package vn.tonghop.console.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.period.Period;

/**
 * Tells the pages of a table that its record is another one: {@code /live/{programme}/{period}}. An
 * event names the record only; the page then asks for itself, so that all its figures are again
 * from one record.
 */
final class LiveUpdates implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

  /** More readers than an office has; beyond these a page is as it was when it was asked for. */
  private static final int MOST = 1_000;

  /** Enough for an office that shares an account. */
  static final int MOST_OF_ONE = 250;

  /** Shorter than what proxies take for dead. */
  private static final int HEARTBEAT_SECONDS = 15;

  /** A table that changes at each commit need not be drawn more often than one can read. */
  private static final int TELL_EVERY_MS = 250;

  private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

  private final View view;
  private final Map<TableKey, Set<LiveStream>> streams = new ConcurrentHashMap<>();
  private final Set<TableKey> changed = ConcurrentHashMap.newKeySet();
  private final LiveReaders readers = new LiveReaders(MOST, MOST_OF_ONE);
  private final ScheduledExecutorService teller =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-updates");
            thread.setDaemon(true);
            return thread;
          });
  private final View.Listening listening;
  private volatile boolean closed;

  LiveUpdates(View view) {
    this.view = view;
    this.listening = view.listen(this::tell);
    var unused =
        List.of(
            teller.scheduleWithFixedDelay(
                this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS),
            teller.scheduleWithFixedDelay(
                this::tellAll, TELL_EVERY_MS, TELL_EVERY_MS, TimeUnit.MILLISECONDS));
  }

  /** Number of pages that are told now. */
  int readers() {
    return readers.count();
  }

  /** Answers a request and keeps it open. */
  void open(Context request) {
    if (!view.isCurrent()) {
      // Nobody knows yet what there is: whoever asks again is not sent away, and told no old news.
      throw new ServiceUnavailableResponse();
    }
    TableKey key =
        Period.parse(view.regime(), request.pathParam("period"))
            .filter(Period::isTarget)
            .map(target -> new TableKey(request.pathParam("programme"), target))
            .filter(each -> view.place(each).isPresent() || isKnown(each))
            .orElseThrow(NotFoundResponse::new);
    @Nullable String who = who(request);
    if (!readers.enter(who)) {
      throw new ServiceUnavailableResponse();
    }
    request.contentType("text/event-stream; charset=utf-8");
    request.header("Cache-Control", "no-cache");
    request.header("X-Accel-Buffering", "no");
    request.future(() -> stream(request, key, who));
  }

  /** The account; null where nobody is asked, and all are of this machine. */
  private static @Nullable String who(Context request) {
    Visitor visitor = Visitor.of(request);
    return visitor.isAnyone() ? null : visitor.name();
  }

  private boolean isKnown(TableKey key) {
    return view.reference()
        .flatMap(version -> version.data().programme(key.programme()))
        .filter(programme -> programme.runsIn(key.target().year()))
        .isPresent();
  }

  /** Called when the request is asynchronous already. */
  private CompletableFuture<Void> stream(Context request, TableKey key, @Nullable String who) {
    Set<LiveStream> ofTable = streams.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet());
    @Nullable LiveStream begun = null;
    try {
      ServletOutputStream out = request.res().getOutputStream();
      LiveStream stream = new LiveStream(out, () -> event(key));
      begun = stream;
      out.setWriteListener(stream);
      ofTable.add(stream);
      if (closed) {
        // After all that were there were ended.
        stream.end();
      }
      // What it is now: the table may have changed between the page and this.
      stream.tell();
      return stream
          .ended()
          .whenComplete(
              (nothing, failure) -> {
                ofTable.remove(stream);
                readers.leave(who);
              });
    } catch (IOException | RuntimeException e) {
      if (begun != null) {
        ofTable.remove(begun);
      }
      readers.leave(who);
      return CompletableFuture.failedFuture(e);
    }
  }

  private void tell(TableKey key) {
    changed.add(key);
  }

  private void tellAll() {
    for (TableKey key : Set.copyOf(changed)) {
      // Before it is told, so that a change meanwhile is told again.
      changed.remove(key);
      try {
        streams.getOrDefault(key, Set.of()).forEach(LiveStream::tell);
      } catch (RuntimeException e) {
        // What is thrown from here ends all that would be told later.
        LOG.error("readers of {} are not told that it has changed", key.text(), e);
      }
    }
  }

  /** Named by where the record stands, as the page is. */
  private byte[] event(TableKey key) {
    String version = view.place(key).map(TableVersion::of).orElse(TableVersion.NONE);
    return "event: table\ndata: %s\n\n".formatted(version).getBytes(StandardCharsets.UTF_8);
  }

  private void heartbeat() {
    streams.values().forEach(all -> all.forEach(stream -> stream.sendIfIdle(HEARTBEAT)));
  }

  @Override
  public void close() {
    closed = true;
    teller.shutdownNow();
    listening.close();
    streams.values().forEach(all -> all.forEach(LiveStream::end));
  }
}
