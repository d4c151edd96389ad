package vn.tonghop.schemas.state;

import vn.tonghop.schemas.serde.VersionedSerde;

/**
 * A record whose fields stand one after the other in Avro's primitives, written and read by hand:
 * generated classes between would cost more than all the rest of a state's way.
 */
abstract class CompactSerde<T> extends VersionedSerde<T> {

  /**
   * To be raised with any change of what follows. 1 was Avro's own binary of generated classes, in
   * stores and topics of other names.
   */
  private static final byte VERSION = 2;

  /**
   * @param name of what is kept, for errors
   */
  CompactSerde(String name) {
    super(name, VERSION);
  }
}
