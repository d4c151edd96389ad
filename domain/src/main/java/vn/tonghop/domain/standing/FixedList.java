package vn.tonghop.domain.standing;

import java.util.AbstractList;
import java.util.List;

/**
 * A list that nobody can change, so that a record need not copy it: perhaps one whose items are
 * worked out only when they are asked for. Equal to any list of equal items.
 */
public abstract class FixedList<T> extends AbstractList<T> {

  /** The list itself if nobody can change it; else a copy. */
  static <T> List<T> of(List<T> list) {
    return list instanceof FixedList ? list : List.copyOf(list);
  }
}
