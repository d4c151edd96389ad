@NullMarked
package vn.tonghop.domain.table;

import org.jspecify.annotations.NullMarked;
