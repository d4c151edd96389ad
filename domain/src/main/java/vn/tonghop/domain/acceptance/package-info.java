@NullMarked
package vn.tonghop.domain.acceptance;

import org.jspecify.annotations.NullMarked;
