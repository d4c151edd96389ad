@NullMarked
package vn.tonghop.console.picture;

import org.jspecify.annotations.NullMarked;
