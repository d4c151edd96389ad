@NullMarked
package vn.tonghop.producer.file;

import org.jspecify.annotations.NullMarked;
