package vn.tonghop.domain.acceptance;

import org.jspecify.annotations.Nullable;

/**
 * What one submission leads to.
 *
 * @param state the new state of its unit, programme and period; null if nothing changed
 */
public record Decision(Receipt receipt, @Nullable ReportState state) {}
