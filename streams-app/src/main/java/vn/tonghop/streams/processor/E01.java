package vn.tonghop.streams.processor;

import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.schemas.serde.DecodedReport.Problem;
import vn.tonghop.schemas.topic.Topics;

/** Says in a receipt's words why bytes are no report. */
final class E01 {

  private E01() {}

  static Finding of(Problem problem) {
    return switch (problem.reason()) {
      case NULL_VALUE -> Message.NO_VALUE.at(Finding.DOCUMENT);
      case NOT_WIRE_FORMAT -> Message.NOT_WIRE_FORMAT.at(Finding.DOCUMENT);
      case UNKNOWN_SCHEMA -> Message.UNKNOWN_SCHEMA.at(Finding.DOCUMENT, problem.detail());
      case NOT_A_PROGRESS_REPORT ->
          Message.NOT_A_PROGRESS_REPORT.at(Finding.DOCUMENT, problem.detail());
      case UNREADABLE -> Message.UNREADABLE.at(Finding.DOCUMENT, problem.detail());
      case TOO_LARGE ->
          Message.TOO_LARGE.at(Finding.DOCUMENT, problem.detail(), Topics.MAX_DOCUMENT_BYTES);
    };
  }
}
