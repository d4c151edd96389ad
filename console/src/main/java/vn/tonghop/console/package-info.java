/** The central office's page as a process. */
@NullMarked
package vn.tonghop.console;

import org.jspecify.annotations.NullMarked;
