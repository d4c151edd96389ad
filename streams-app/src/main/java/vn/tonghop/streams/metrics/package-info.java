/**
 * What Prometheus is told of one instance: a class a family, each name declared once. Names, types
 * and labels are a contract (docs/metrics.md); Kafka's own are taken over by name and group, so
 * that no upgrade renames what dashboards and alerts read.
 */
@NullMarked
package vn.tonghop.streams.metrics;

import org.jspecify.annotations.NullMarked;
