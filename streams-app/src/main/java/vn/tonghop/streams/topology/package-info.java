@NullMarked
package vn.tonghop.streams.topology;

import org.jspecify.annotations.NullMarked;
