@NullMarked
package vn.tonghop.standalone;

import org.jspecify.annotations.NullMarked;
