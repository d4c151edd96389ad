/** How fast the roll-up is, measured beside the least that its work could cost. */
@NullMarked
package vn.tonghop.bench;

import org.jspecify.annotations.NullMarked;
