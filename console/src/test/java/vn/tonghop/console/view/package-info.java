@NullMarked
package vn.tonghop.console.view;

import org.jspecify.annotations.NullMarked;
