@NullMarked
package vn.tonghop.console.drill;

import org.jspecify.annotations.NullMarked;
