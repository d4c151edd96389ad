package vn.tonghop.console.view;

import java.time.Instant;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * A receipt as its index has it; {@link View#receipt} reads all of it.
 *
 * @param receipt where the receipt stands
 * @param at when the report was received
 */
public record Answered(SourceRecord receipt, Instant at, Outcome outcome) {}
