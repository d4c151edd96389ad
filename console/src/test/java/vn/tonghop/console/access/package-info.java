@NullMarked
package vn.tonghop.console.access;

import org.jspecify.annotations.NullMarked;
