/** What was measured, for people and for programs. */
@NullMarked
package vn.tonghop.bench.report;

import org.jspecify.annotations.NullMarked;
