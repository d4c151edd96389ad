@NullMarked
package vn.tonghop.console.api;

import org.jspecify.annotations.NullMarked;
