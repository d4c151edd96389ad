/** How fast single steps are, for whoever changes one; no test. */
@NullMarked
package vn.tonghop.schemas.speed;

import org.jspecify.annotations.NullMarked;
