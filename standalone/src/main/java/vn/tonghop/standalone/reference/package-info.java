@NullMarked
package vn.tonghop.standalone.reference;

import org.jspecify.annotations.NullMarked;
