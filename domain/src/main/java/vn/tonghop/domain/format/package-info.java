@NullMarked
package vn.tonghop.domain.format;

import org.jspecify.annotations.NullMarked;
