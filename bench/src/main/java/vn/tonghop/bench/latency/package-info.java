/** From a report's append to the table that shows it. */
@NullMarked
package vn.tonghop.bench.latency;

import org.jspecify.annotations.NullMarked;
