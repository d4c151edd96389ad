/**
 * What an expert would write with Kafka Streams' own operators: tables alone, and the whole job.
 */
@NullMarked
package vn.tonghop.bench.peer;

import org.jspecify.annotations.NullMarked;
