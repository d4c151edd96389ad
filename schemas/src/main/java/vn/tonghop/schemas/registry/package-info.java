/** Schemas by id and by subject, over Confluent's registry protocol. */
@NullMarked
package vn.tonghop.schemas.registry;

import org.jspecify.annotations.NullMarked;
