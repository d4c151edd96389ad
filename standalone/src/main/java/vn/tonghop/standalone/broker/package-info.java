/** A durable one-node Kafka broker inside this JVM. */
@NullMarked
package vn.tonghop.standalone.broker;

import org.jspecify.annotations.NullMarked;
