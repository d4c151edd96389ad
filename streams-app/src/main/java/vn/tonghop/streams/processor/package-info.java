@NullMarked
package vn.tonghop.streams.processor;

import org.jspecify.annotations.NullMarked;
