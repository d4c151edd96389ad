package vn.tonghop.streams.processor;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;

/**
 * What acceptance answers to one submission.
 *
 * @param moves the standings that it changed; null if none
 */
public record Accepted(Receipt receipt, @Nullable Moves moves) {}
