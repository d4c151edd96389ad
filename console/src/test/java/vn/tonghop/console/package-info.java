@NullMarked
package vn.tonghop.console;

import org.jspecify.annotations.NullMarked;
