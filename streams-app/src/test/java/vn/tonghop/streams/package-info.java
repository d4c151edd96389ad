@NullMarked
package vn.tonghop.streams;

import org.jspecify.annotations.NullMarked;
