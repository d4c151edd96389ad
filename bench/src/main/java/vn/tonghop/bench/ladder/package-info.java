/** Programs that do ever more of the work by hand: what the roll-up is compared with. */
@NullMarked
package vn.tonghop.bench.ladder;

import org.jspecify.annotations.NullMarked;
