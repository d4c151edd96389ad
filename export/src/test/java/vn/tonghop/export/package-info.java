@NullMarked
package vn.tonghop.export;

import org.jspecify.annotations.NullMarked;
