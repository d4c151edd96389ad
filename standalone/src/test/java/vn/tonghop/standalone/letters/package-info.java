@NullMarked
package vn.tonghop.standalone.letters;

import org.jspecify.annotations.NullMarked;
