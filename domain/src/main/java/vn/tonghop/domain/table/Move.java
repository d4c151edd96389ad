package vn.tonghop.domain.table;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.UnitStanding;

/**
 * What a unit says in one target from now on.
 *
 * @param standing null: it no longer speaks there
 * @param visible whether the national table shows the change
 */
public record Move(Period target, @Nullable UnitStanding standing, boolean visible) {}
