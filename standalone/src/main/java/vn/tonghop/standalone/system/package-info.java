@NullMarked
package vn.tonghop.standalone.system;

import org.jspecify.annotations.NullMarked;
