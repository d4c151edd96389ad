@NullMarked
package vn.tonghop.producer;

import org.jspecify.annotations.NullMarked;
