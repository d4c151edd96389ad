@NullMarked
package vn.tonghop.producer.text;

import org.jspecify.annotations.NullMarked;
