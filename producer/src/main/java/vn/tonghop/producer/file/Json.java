package vn.tonghop.producer.file;

import java.util.List;
import java.util.Map;
import vn.tonghop.domain.acceptance.Finding;

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

  /**
   * What could not be read as any value, found before its type was asked for.
   *
   * @param found what the defect's text takes
   */
  record Bad(Defect defect, List<String> found) implements Json {
    Bad(Defect defect, String... found) {
      this(defect, List.of(found));
    }

    /** The error of this value at its path. */
    Finding at(String path) {
      return defect.at(path, found.toArray());
    }

    @Override
    public String echo() {
      return "…";
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
