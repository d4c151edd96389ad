@NullMarked
package vn.tonghop.samples;

import org.jspecify.annotations.NullMarked;
