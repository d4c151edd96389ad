package vn.tonghop.domain.standing;

import java.util.AbstractList;

/**
 * A list that nobody can change, so that a record need not copy it: perhaps one whose items are
 * worked out only when they are asked for. Equal to any list of equal items.
 */
public abstract class FixedList<T> extends AbstractList<T> {}
