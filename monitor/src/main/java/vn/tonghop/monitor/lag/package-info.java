/** How far readers are behind, and what that means: pure functions, and the looks they rest on. */
@NullMarked
package vn.tonghop.monitor.lag;

import org.jspecify.annotations.NullMarked;
