/** National tables as documents for people: workbooks and pages to print. */
@NullMarked
package vn.tonghop.export;

import org.jspecify.annotations.NullMarked;
