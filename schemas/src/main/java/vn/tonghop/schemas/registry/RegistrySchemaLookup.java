package vn.tonghop.schemas.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas by id, fetched in the background and kept: a known one for as long as there is room, an
 * unknown one for a short while, since it may be registered yet. A sender chooses the ids, so both
 * are bounded. At most one question an id is under way.
 */
public final class RegistrySchemaLookup implements SchemaLookup {
  /** Schemas that are kept. */
  static final int MOST_KNOWN = 10_000;

  /** Ids without a schema, or without an answer yet, that are kept. */
  static final int MOST_OPEN = 10_000;

  /** How long "there is no such schema" is believed. */
  static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  /** What is known of an id without a schema. Times are of {@link System#nanoTime}. */
  private record Open(Answer answer, CompletableFuture<?> fetch, int failures, long askAgainAt) {}

  private final IntFunction<CompletableFuture<Schema>> fetch;
  private final BackOff backOff;
  private final LongSupplier nanos;
  private final Map<Integer, Schema> known = new Bounded<>(MOST_KNOWN);
  private final Map<Integer, Open> open = new Bounded<>(MOST_OPEN);

  public RegistrySchemaLookup(RegistryClient client) {
    this(client::schemaAsync, BackOff.DEFAULT, System::nanoTime);
  }

  RegistrySchemaLookup(
      IntFunction<CompletableFuture<Schema>> fetch, BackOff backOff, LongSupplier nanos) {
    this.fetch = fetch;
    this.backOff = backOff;
    this.nanos = nanos;
  }

  @Override
  public synchronized Answer lookup(int id) {
    if (id < 1) {
      // No registry gives such ids; asked all the same, some call it a bad request for ever.
      return new Answer.Unknown("no schema has the id " + id);
    }
    Schema schema = known.get(id);
    if (schema != null) {
      return new Answer.Known(schema);
    }
    Open last = open.get(id);
    if (last == null || (last.fetch().isDone() && nanos.getAsLong() - last.askAgainAt() >= 0)) {
      ask(id, last);
      schema = known.get(id);
      last = open.get(id);
    }
    return schema != null
        ? new Answer.Known(schema)
        : last == null ? new Answer.Pending() : last.answer();
  }

  @Override
  public Optional<Schema> awaitSchema(int id, Duration most) throws InterruptedException {
    return await(id, most.toNanos())
        .orElseThrow(
            () ->
                new RegistryUnavailableException(
                    "no answer on schema %d in %d ms".formatted(id, most.toMillis())));
  }

  /** Empty if the time ran out before there was an answer. */
  private Optional<Optional<Schema>> await(int id, long mostNanos) throws InterruptedException {
    long start = nanos.getAsLong();
    while (true) {
      Answer answer = lookup(id);
      if (answer instanceof Answer.Known known) {
        return Optional.of(Optional.of(known.schema()));
      }
      if (answer instanceof Answer.Unknown) {
        return Optional.of(Optional.empty());
      }
      long left = mostNanos - (nanos.getAsLong() - start);
      if (left <= 0) {
        return Optional.empty();
      }
      pause(id, left);
    }
  }

  private void ask(int id, @Nullable Open last) {
    Answer meanwhile =
        last != null && last.answer() instanceof Answer.Unavailable
            ? last.answer()
            : new Answer.Pending();
    int failures = last == null ? 0 : last.failures();
    CompletableFuture<Schema> question = fetch.apply(id);
    CompletableFuture<Void> settled = new CompletableFuture<>();
    open.put(id, new Open(meanwhile, settled, failures, nanos.getAsLong()));
    CompletableFuture<Schema> unused =
        question.whenComplete(
            (schema, failure) -> {
              settle(id, schema, failure, failures);
              settled.complete(null);
            });
  }

  private synchronized void settle(
      int id, @Nullable Schema schema, @Nullable Throwable failure, int failures) {
    if (schema != null) {
      known.put(id, schema);
      open.remove(id);
      return;
    }
    Throwable cause =
        failure == null ? new IllegalStateException("no answer") : RegistryHttp.cause(failure);
    boolean unknown = cause instanceof RegistryNotFoundException;
    String reason = String.valueOf(cause.getMessage());
    Duration pause = unknown ? UNKNOWN_FOR : backOff.after(failures + 1);
    open.put(
        id,
        new Open(
            unknown ? new Answer.Unknown(reason) : new Answer.Unavailable(reason),
            CompletableFuture.completedFuture(null),
            unknown ? 0 : failures + 1,
            nanos.getAsLong() + pause.toNanos()));
  }

  /** Until the question under way is answered, or it is time for the next one. */
  private void pause(int id, long mostNanos) throws InterruptedException {
    Open last;
    synchronized (this) {
      last = open.get(id);
    }
    if (last == null) {
      return;
    }
    CompletableFuture<?> wait =
        last.fetch().isDone()
            ? new CompletableFuture<Void>()
                .completeOnTimeout(
                    null,
                    Math.max(1, Math.min(mostNanos, last.askAgainAt() - nanos.getAsLong())),
                    TimeUnit.NANOSECONDS)
            : last.fetch().copy().completeOnTimeout(null, mostNanos, TimeUnit.NANOSECONDS);
    try {
      wait.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a pause cannot fail", e);
    }
  }
}
