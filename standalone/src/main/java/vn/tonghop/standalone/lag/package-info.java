/** How lag and the business view are printed. */
@NullMarked
package vn.tonghop.standalone.lag;

import org.jspecify.annotations.NullMarked;
