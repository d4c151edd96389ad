/** How the cost of a report grows with all that can grow. */
@NullMarked
package vn.tonghop.bench.growth;

import org.jspecify.annotations.NullMarked;
