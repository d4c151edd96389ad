/** The tables for programs, over HTTP. */
@NullMarked
package vn.tonghop.console.api;

import org.jspecify.annotations.NullMarked;
