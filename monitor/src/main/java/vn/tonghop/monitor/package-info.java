/** The daemon that looks at a running system from outside and tells what it saw. */
@NullMarked
package vn.tonghop.monitor;

import org.jspecify.annotations.NullMarked;
