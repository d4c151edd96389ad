@NullMarked
package vn.tonghop.domain.reference;

import org.jspecify.annotations.NullMarked;
