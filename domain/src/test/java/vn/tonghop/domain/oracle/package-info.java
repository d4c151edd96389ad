/** A second, naive reading of the contract, and histories to hold the first one against. */
@NullMarked
package vn.tonghop.domain.oracle;

import org.jspecify.annotations.NullMarked;
