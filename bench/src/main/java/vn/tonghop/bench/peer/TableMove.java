package vn.tonghop.bench.peer;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.table.MovedBy;

/**
 * What a table needs to know of a standing that moved.
 *
 * @param standing as {@link StandingBytes} writes it; null: the unit no longer speaks
 * @param visible whether the unit's row shows it; whether a successor speaks for the unit is not
 *     asked
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record TableMove(String body, byte @Nullable [] standing, boolean visible, MovedBy movedBy) {}
