/** The way over from the layout of state that builds had up to November 2026. */
@NullMarked
package vn.tonghop.streams.layout;

import org.jspecify.annotations.NullMarked;
