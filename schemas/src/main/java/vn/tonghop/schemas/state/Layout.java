package vn.tonghop.schemas.state;

/** The layout of records within the roll-up: their first byte. */
final class Layout {

  /**
   * To be raised with any change of what follows. 1 was Avro's own binary of generated classes, in
   * stores and topics of other names.
   */
  static final byte VERSION = 2;

  private Layout() {}
}
