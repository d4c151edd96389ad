/** What the broker holds, read without a group of our own: nothing here moves anybody's offsets. */
@NullMarked
package vn.tonghop.monitor.log;

import org.jspecify.annotations.NullMarked;
