@NullMarked
package vn.tonghop.streams.runtime;

import org.jspecify.annotations.NullMarked;
