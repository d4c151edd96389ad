package vn.tonghop.domain.format;

import java.util.List;

/** Place in a given order. */
public final class Rank {

  private Rank() {}

  /** From 0; what the order does not know comes last. */
  public static int of(String code, List<String> order) {
    int place = order.indexOf(code);
    return place < 0 ? order.size() : place;
  }
}
