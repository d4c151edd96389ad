@NullMarked
package vn.tonghop.streams.config;

import org.jspecify.annotations.NullMarked;
