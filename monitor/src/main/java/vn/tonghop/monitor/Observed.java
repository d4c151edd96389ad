package vn.tonghop.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.business.Business;
import vn.tonghop.monitor.lag.Seen;

/**
 * What the last look has found.
 *
 * @param at when it was over
 * @param seen null if the broker did not answer
 * @param cluster null likewise
 * @param business null if the broker or the registry did not answer
 * @param brokerUp whether the broker has answered
 * @param registryUp whether the registry has answered
 */
public record Observed(
    Instant at,
    @Nullable Seen seen,
    @Nullable ClusterHealth cluster,
    @Nullable Business business,
    boolean brokerUp,
    boolean registryUp) {}
