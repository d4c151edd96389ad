package vn.tonghop.standalone.table;

import vn.tonghop.producer.text.Columns;

/**
 * What is known of the terminal that standard output is, as the launcher tells it.
 *
 * @param width columns
 * @param colours whether it is a terminal that may show colours
 * @param screen whether it is a terminal at all
 */
public record Terminal(int width, boolean colours, boolean screen) {

  /** Eighty columns and no colours unless the launcher says otherwise. */
  public static Terminal ofThisProcess() {
    return new Terminal(
        Columns.ofStandardOutput(),
        Boolean.getBoolean("tonghop.colours"),
        Boolean.getBoolean("tonghop.terminal"));
  }
}
