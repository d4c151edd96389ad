/** Broker, registry and the processes under test, each a process of its own. */
@NullMarked
package vn.tonghop.bench.cluster;

import org.jspecify.annotations.NullMarked;
