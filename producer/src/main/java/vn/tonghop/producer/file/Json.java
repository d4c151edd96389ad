package vn.tonghop.producer.file;

import java.util.List;
import java.util.Map;

/** A JSON value that keeps numbers as they were written: no digit is lost, none is computed. */
sealed interface Json {

  /** What stands there, for messages; long texts are cut by the message. */
  String echo();

  record Text(String value) implements Json {
    @Override
    public String echo() {
      return '"' + value + '"';
    }
  }

  /**
   * A number.
   *
   * @param written its characters, in JSON's grammar
   * @param whole without fraction and exponent
   */
  record Num(String written, boolean whole) implements Json {
    @Override
    public String echo() {
      return written;
    }
  }

  record Bool(boolean value) implements Json {
    @Override
    public String echo() {
      return Boolean.toString(value);
    }
  }

  record Null() implements Json {
    @Override
    public String echo() {
      return "null";
    }
  }

  record Arr(List<Json> items) implements Json {
    @Override
    public String echo() {
      return "[…]";
    }
  }

  /** An object; its fields in the order of the document. */
  record Obj(Map<String, Json> fields) implements Json {
    @Override
    public String echo() {
      return "{…}";
    }
  }
}
