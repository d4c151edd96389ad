@NullMarked
package vn.tonghop.standalone.console;

import org.jspecify.annotations.NullMarked;
