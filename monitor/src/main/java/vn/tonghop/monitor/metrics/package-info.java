/** Prometheus' names and labels (docs/metrics.md), one class a family. */
@NullMarked
package vn.tonghop.monitor.metrics;

import org.jspecify.annotations.NullMarked;
