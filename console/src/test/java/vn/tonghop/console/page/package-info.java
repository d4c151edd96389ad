@NullMarked
package vn.tonghop.console.page;

import org.jspecify.annotations.NullMarked;
