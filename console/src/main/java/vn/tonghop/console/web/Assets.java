package vn.tonghop.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Style sheets, scripts and pictures, under names that change with their content, so that a browser
 * never asks twice and never shows an old one. They are resources beside {@code
 * vn/tonghop/console/assets}; what comes from another library is named in {@link #LIBRARIES}.
 */
public final class Assets {

  /** Assets that stand elsewhere on the class path, by the name that pages use. */
  private static final Map<String, String> LIBRARIES =
      Map.of("chart.umd.js", "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.js");

  private static final String FOLDER = "/vn/tonghop/console/assets/";
  private static final String PREFIX = "/assets/";
  private static final int HASH = 12;
  private static final Map<String, Asset> FOUND = new ConcurrentHashMap<>();

  private Assets() {}

  /**
   * One asset.
   *
   * @param hash changes with the content
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Asset(String type, String hash, byte[] bytes) {}

  /**
   * Where it is served, such as {@code /assets/0123456789ab/console.css}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String address(String name) {
    Asset asset =
        find(name).orElseThrow(() -> new IllegalArgumentException("no asset of the name " + name));
    return PREFIX + asset.hash() + "/" + name;
  }

  static Optional<Asset> find(String name) {
    if (!name.matches("[a-z0-9][a-z0-9.-]*\\.(css|js|svg|png|ico)")) {
      return Optional.empty();
    }
    Asset known = FOUND.get(name);
    Optional<Asset> asset = known == null ? load(name) : Optional.of(known);
    asset.ifPresent(found -> FOUND.put(name, found));
    return asset;
  }

  private static Optional<Asset> load(String name) {
    String resource = Objects.requireNonNull(LIBRARIES.getOrDefault(name, FOLDER + name));
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Optional.of(
          new Asset(type(name), HexFormat.of().formatHex(digest).substring(0, HASH), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> "image/x-icon";
    };
  }
}
