package vn.tonghop.bench.live;

/**
 * Which record of which unit's topic; the topic has one partition.
 *
 * @param programme that it reports on
 */
public record Coordinates(String unit, String programme, long offset) {}
