/** Bytes to records and back: the registry's wire format outside, plain Avro inside. */
@NullMarked
package vn.tonghop.schemas.serde;

import org.jspecify.annotations.NullMarked;
