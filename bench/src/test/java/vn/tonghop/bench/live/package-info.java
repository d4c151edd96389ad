@NullMarked
package vn.tonghop.bench.live;

import org.jspecify.annotations.NullMarked;
