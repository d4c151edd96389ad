/** How soon the roll-up is back after it was killed. */
@NullMarked
package vn.tonghop.bench.recovery;

import org.jspecify.annotations.NullMarked;
