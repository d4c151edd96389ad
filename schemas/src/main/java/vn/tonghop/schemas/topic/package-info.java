/** Every topic, declared once: name, key, value, partitions, what is kept. */
@NullMarked
package vn.tonghop.schemas.topic;

import org.jspecify.annotations.NullMarked;
