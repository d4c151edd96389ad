package vn.tonghop.console.access;

import java.time.Duration;
import vn.tonghop.console.access.Buckets.Rate;

/**
 * How often is too often.
 *
 * @param requests of an account, or of an address where no account is named
 * @param exports likewise: a document is dearer than a page
 * @param failuresOfAddress passwords that were wrong, from one address
 * @param failuresOfAccount passwords that were wrong, for one account, wherever they came from
 */
record Limits(Rate requests, Rate exports, Rate failuresOfAddress, Rate failuresOfAccount) {

  static final Limits DEFAULT =
      new Limits(
          new Rate(400, Duration.ofMillis(20)),
          new Rate(30, Duration.ofSeconds(1)),
          new Rate(20, Duration.ofSeconds(10)),
          new Rate(10, Duration.ofSeconds(30)));
}
