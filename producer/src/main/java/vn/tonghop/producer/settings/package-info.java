@NullMarked
package vn.tonghop.producer.settings;

import org.jspecify.annotations.NullMarked;
