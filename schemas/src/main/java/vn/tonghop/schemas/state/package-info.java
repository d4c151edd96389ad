/**
 * How the roll-up keeps what it must remember: compact records of its own, by their layout's
 * number. Nobody else reads them.
 */
@NullMarked
package vn.tonghop.schemas.state;

import org.jspecify.annotations.NullMarked;
