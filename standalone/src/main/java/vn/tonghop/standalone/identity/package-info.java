/** The administrator's commands: who may send for a unit, and who may read tables. */
@NullMarked
package vn.tonghop.standalone.identity;

import org.jspecify.annotations.NullMarked;
