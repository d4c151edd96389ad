package vn.tonghop.schemas.mapping;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;

/**
 * One change of a standing.
 *
 * @param standing null: the unit no longer speaks in this target
 * @param movedBy the report record that made it
 */
public record Change(@Nullable UnitStanding standing, MovedBy movedBy) {}
