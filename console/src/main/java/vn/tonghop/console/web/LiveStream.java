package vn.tonghop.console.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reader's connection for server-sent events. It never waits for the reader: at most one event
 * is kept for a slow one, the newest, since each says all that the ones before it said.
 */
final class LiveStream implements WriteListener {

  private final ServletOutputStream out;
  private final Supplier<byte[]> newest;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicReference<byte @Nullable []> next = new AtomicReference<>();
  private boolean isUnflushed;

  /**
   * @param newest the event that there is to tell now
   */
  LiveStream(ServletOutputStream out, Supplier<byte[]> newest) {
    this.out = out;
    this.newest = newest;
  }

  /** Completes when the reader has gone, or the server ends. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /**
   * Sends what is newest as soon as the reader takes it, in place of what it has not taken yet. One
   * thread at a time looks and sends: of two, the one that looked first could be the last to send.
   */
  synchronized void tell() {
    next.set(newest.get());
    pump();
  }

  /** The same for what is only to show that the connection stands. */
  void sendIfIdle(byte[] comment) {
    if (next.compareAndSet(null, comment)) {
      pump();
    }
  }

  void end() {
    ended.complete(null);
  }

  @Override
  public void onWritePossible() {
    pump();
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  private synchronized void pump() {
    try {
      while (!ended.isDone() && out.isReady()) {
        if (isUnflushed) {
          isUnflushed = false;
          out.flush();
          continue;
        }
        byte[] event = next.getAndSet(null);
        if (event == null) {
          return;
        }
        out.write(event);
        isUnflushed = true;
      }
    } catch (IOException | IllegalStateException e) {
      // The reader has gone: a browser that wants more asks again.
      end();
    }
  }
}
