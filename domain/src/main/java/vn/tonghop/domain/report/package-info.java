@NullMarked
package vn.tonghop.domain.report;

import org.jspecify.annotations.NullMarked;
