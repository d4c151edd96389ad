/** The page in a real browser, as the central office would walk through it. */
@NullMarked
package vn.tonghop.standalone.browser;

import org.jspecify.annotations.NullMarked;
