package vn.tonghop.producer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.domain.acceptance.Finding;

/** Turns the text of one document into a tree, or says why it cannot. */
final class JsonText {

  /** A report has three levels; what nests deeper is an attack or an accident. */
  private static final int MAX_DEPTH = 32;

  /** Names are not kept: a sender who makes up field names must not fill the memory. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(DocumentBytes.MAX)
                  .maxStringLength(DocumentBytes.MAX)
                  .maxNameLength(DocumentBytes.MAX)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private JsonText() {}

  /**
   * The object that a text holds, and nothing else.
   *
   * @throws DefectException if there is none, something follows it, or a field stands twice
   */
  static Json.Obj parse(String text) throws DefectException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new DefectException(Defect.EMPTY.at(Finding.DOCUMENT));
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new DefectException(Defect.TRAILING.at(Finding.DOCUMENT));
      }
      if (value instanceof Json.Obj object) {
        return object;
      }
      throw new DefectException(Defect.NOT_AN_OBJECT.at(Finding.DOCUMENT, value.echo()));
    } catch (StreamConstraintsException e) {
      throw new DefectException(Defect.LIMIT.at(Finding.DOCUMENT));
    } catch (JsonProcessingException e) {
      throw new DefectException(Defect.NOT_JSON.at(Finding.DOCUMENT, where(e)));
    } catch (IOException e) {
      throw new AssertionError("text in memory is always readable", e);
    }
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? e.getOriginalMessage()
        : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  private static Json value(JsonParser parser) throws IOException, DefectException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT -> new Json.Num(parser.getText(), true);
      case VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText(), false);
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case START_ARRAY -> array(parser);
      case START_OBJECT -> object(parser);
      default -> throw new AssertionError("no value begins with " + token);
    };
  }

  private static Json array(JsonParser parser) throws IOException, DefectException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Arr(items);
  }

  private static Json object(JsonParser parser) throws IOException, DefectException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, value(parser)) != null) {
        throw new DefectException(Defect.DUPLICATE_KEY.at(Finding.DOCUMENT, name));
      }
    }
    return new Json.Obj(fields);
  }
}
