@NullMarked
package vn.tonghop.standalone.trial;

import org.jspecify.annotations.NullMarked;
