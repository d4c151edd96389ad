/** From a figure of a national table down to the tasks behind it, and back. */
@NullMarked
package vn.tonghop.console.drill;

import org.jspecify.annotations.NullMarked;
