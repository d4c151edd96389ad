/** What pages ask about tables and reports, read from the topics and kept in memory. */
@NullMarked
package vn.tonghop.console.view;

import org.jspecify.annotations.NullMarked;
