/** What the office asks: who has reported, who is silent before a deadline, what was rejected. */
@NullMarked
package vn.tonghop.monitor.business;

import org.jspecify.annotations.NullMarked;
