/** The XLSX form that a clerk fills in. */
@NullMarked
package vn.tonghop.producer.form;

import org.jspecify.annotations.NullMarked;
