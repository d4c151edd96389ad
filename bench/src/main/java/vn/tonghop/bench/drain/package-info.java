/** How fast a system works off what has piled up, and whether it got it right. */
@NullMarked
package vn.tonghop.bench.drain;

import org.jspecify.annotations.NullMarked;
