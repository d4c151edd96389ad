@NullMarked
package vn.tonghop.producer.cli;

import org.jspecify.annotations.NullMarked;
