/** Everything in one process, for evaluation: broker, registry, roll-up, commands. */
@NullMarked
package vn.tonghop.standalone;

import org.jspecify.annotations.NullMarked;
