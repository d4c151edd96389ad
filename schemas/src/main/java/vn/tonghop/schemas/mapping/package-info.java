/**
 * Between the records on the wire and the domain's own; the generated classes stay on this side.
 */
@NullMarked
package vn.tonghop.schemas.mapping;

import org.jspecify.annotations.NullMarked;
