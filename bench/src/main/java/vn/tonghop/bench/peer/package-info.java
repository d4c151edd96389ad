/** What an expert would write with Kafka Streams' own operators: the first peer. */
@NullMarked
package vn.tonghop.bench.peer;

import org.jspecify.annotations.NullMarked;
