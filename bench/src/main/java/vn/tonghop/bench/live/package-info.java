/** The roll-up as it runs: a process of its own, reports that keep coming, tables that are read. */
@NullMarked
package vn.tonghop.bench.live;

import org.jspecify.annotations.NullMarked;
