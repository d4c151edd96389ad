/** Invented reports to measure with: the same ones for the same seed. */
@NullMarked
package vn.tonghop.bench.workload;

import org.jspecify.annotations.NullMarked;
