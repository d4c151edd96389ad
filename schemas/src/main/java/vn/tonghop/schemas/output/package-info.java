/**
 * How the roll-up's output is written: field by field, straight from the domain's records. The
 * schemas are those of src/main/avro, and a test holds each byte against Avro's own writer.
 */
@NullMarked
package vn.tonghop.schemas.output;

import org.jspecify.annotations.NullMarked;
