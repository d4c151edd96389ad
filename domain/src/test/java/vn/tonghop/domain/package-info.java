/** What holds for the domain as a whole. */
@NullMarked
package vn.tonghop.domain;

import org.jspecify.annotations.NullMarked;
