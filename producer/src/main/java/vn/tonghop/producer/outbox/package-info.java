/** A durable queue on disk between a province and a broker that is not always there. */
@NullMarked
package vn.tonghop.producer.outbox;

import org.jspecify.annotations.NullMarked;
