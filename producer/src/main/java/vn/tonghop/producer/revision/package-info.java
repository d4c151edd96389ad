/** What a unit's receipts say of its reports so far, and which revision comes next. */
@NullMarked
package vn.tonghop.producer.revision;

import org.jspecify.annotations.NullMarked;
