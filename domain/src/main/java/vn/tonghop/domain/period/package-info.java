@NullMarked
package vn.tonghop.domain.period;

import org.jspecify.annotations.NullMarked;
