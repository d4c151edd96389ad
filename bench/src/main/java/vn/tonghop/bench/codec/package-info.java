/** What bytes cost: reading and writing reports, one thread, no broker. */
@NullMarked
package vn.tonghop.bench.codec;

import org.jspecify.annotations.NullMarked;
