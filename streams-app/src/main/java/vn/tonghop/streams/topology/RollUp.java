package vn.tonghop.streams.topology;

import vn.tonghop.domain.period.Regime;
import vn.tonghop.streams.processor.Judgement;

/**
 * What the topology needs from outside.
 *
 * @param values how values of outside topics are written
 */
public record RollUp(Regime regime, Judgement judgement, OutputValues values) {}
