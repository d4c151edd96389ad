/** National tables as pictures, each beside a table that says the same. */
@NullMarked
package vn.tonghop.console.picture;

import org.jspecify.annotations.NullMarked;
