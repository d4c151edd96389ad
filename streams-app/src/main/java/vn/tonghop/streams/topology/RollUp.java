package vn.tonghop.streams.topology;

import vn.tonghop.domain.period.Regime;
import vn.tonghop.streams.processor.Judgement;
import vn.tonghop.streams.processor.Tally;

/**
 * What the topology needs from outside.
 *
 * @param values how values of outside topics are written
 * @param tally counts what is decided
 */
public record RollUp(Regime regime, Judgement judgement, OutputValues values, Tally tally) {}
