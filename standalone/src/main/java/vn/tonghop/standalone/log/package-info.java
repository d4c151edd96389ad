@NullMarked
package vn.tonghop.standalone.log;

import org.jspecify.annotations.NullMarked;
