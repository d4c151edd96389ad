package vn.tonghop.console.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what changes something was sent by a form of this page, and by the browser that
 * was given that form: by what the browser says of where it comes from, and by a token.
 */
final class Forms {

  private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
  private static final String FIELD = "_csrf";

  /** A name, a password of 200 characters and an address to go back to, however they are coded. */
  private static final long MOST_FORM_BYTES = 16 * 1024;

  /** A thread waits for each, and there are others to be answered meanwhile. */
  private static final int MOST_AT_ONCE = 8;

  private static final String FORM_OF_REQUEST = Forms.class.getName() + ".form";

  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final Pattern FORM =
      Pattern.compile("(?i)application/x-www-form-urlencoded *(; *charset *= *\"?utf-8\"?)?");

  private final Secrets secrets;
  private final Cookies cookies;
  private final Duration patience;
  private final Semaphore reading = new Semaphore(MOST_AT_ONCE);

  Forms(Secrets secrets, Cookies cookies, Duration patience) {
    this.secrets = secrets;
    this.cookies = cookies;
    this.patience = patience;
  }

  /**
   * What a form must bring back; empty if this browser was given none.
   *
   * @param session null if nobody has signed in
   */
  String token(Context request, @Nullable String session) {
    return session == null
        ? cookies.form(request).map(this::tokenOf).orElse("")
        : secrets.seal("form of a session", session);
  }

  /** The token for a form that is given to a browser now that nobody has signed in with. */
  String begin(Context request) {
    Optional<String> given = cookies.form(request);
    String random = given.orElseGet(Secrets::random);
    if (given.isEmpty()) {
      cookies.giveForm(request, random);
    }
    return tokenOf(random);
  }

  private String tokenOf(String random) {
    return secrets.seal("form of a browser", random);
  }

  /**
   * Lets everything pass that only reads, or that by its headers may be a form of this page. What
   * it holds is not read: anybody can send that, to any address, as slowly as he likes.
   *
   * @throws Refusal if it was not sent by this page
   */
  void checkSender(Context request) {
    if (SAFE.contains(request.method())) {
      return;
    }
    // Not contentType(), which fails on a charset that Java does not know.
    @Nullable String type = request.header("Content-Type");
    if (type == null || !FORM.matcher(type).matches() || !comesFromHere(request)) {
      throw Refusal.crossSite();
    }
  }

  /**
   * Lets everything pass that only reads, or that brings back the token. Only for what has a route.
   *
   * @param token that of the browser
   * @throws Refusal if it does not, or is too large, or does not come
   */
  void checkToken(Context request, String token) {
    if (SAFE.contains(request.method())) {
      return;
    }
    if (token.isEmpty()) {
      throw Refusal.crossSite();
    }
    long length = request.req().getContentLengthLong();
    if (length < 0) {
      throw Refusal.malformed();
    }
    if (length > MOST_FORM_BYTES) {
      throw Refusal.tooLarge();
    }
    Form form = receive(request, (int) length);
    request.attribute(FORM_OF_REQUEST, form);
    if (!Secrets.same(token, form.field(FIELD))) {
      throw Refusal.crossSite();
    }
  }

  /** What came with a request that was let pass. Javalin's own way finds nothing left to read. */
  static Form of(Context request) {
    @Nullable Form form = request.attribute(FORM_OF_REQUEST);
    return form == null ? Form.EMPTY : form;
  }

  private Form receive(Context request, int length) {
    if (!reading.tryAcquire()) {
      throw Refusal.tooMany(patience);
    }
    EndPoint connection =
        ServletContextRequest.getServletContextRequest(request.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    long idle = connection.getIdleTimeout();
    try {
      return Form.of(read(request.req().getInputStream(), connection, length));
    } catch (IOException | HttpException.RuntimeException e) {
      // The sender has gone, or is too slow: nothing that anybody here could mend.
      LOG.debug("{}: a form has not come: {}", request.path(), e.toString());
      throw Refusal.cut();
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed();
    } finally {
      connection.setIdleTimeout(idle);
      reading.release();
    }
  }

  /** The connection may be silent for as long as is left, so that each byte does not begin anew. */
  private byte[] read(InputStream in, EndPoint connection, int length) throws IOException {
    long begun = System.nanoTime();
    byte[] bytes = new byte[length];
    int come = 0;
    while (come < length) {
      long left = patience.minusNanos(System.nanoTime() - begun).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException(come + " bytes of " + length);
      }
      connection.setIdleTimeout(left);
      int more = in.read(bytes, come, length - come);
      if (more < 0) {
        throw new EOFException(come + " bytes of " + length);
      }
      come += more;
    }
    return bytes;
  }

  /** By what the browser says; one that says nothing has the token alone to show. */
  private static boolean comesFromHere(Context request) {
    @Nullable String site = request.header("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITE.contains(site);
    }
    @Nullable String origin = request.header("Origin");
    return origin == null || authority(origin).equals(Optional.ofNullable(request.header("Host")));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getAuthority())
          .map(authority -> authority.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
