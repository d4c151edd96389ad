@NullMarked
package vn.tonghop.domain.standing;

import org.jspecify.annotations.NullMarked;
