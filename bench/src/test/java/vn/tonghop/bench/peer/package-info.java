@NullMarked
package vn.tonghop.bench.peer;

import org.jspecify.annotations.NullMarked;
