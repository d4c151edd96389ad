package vn.tonghop.streams.processor;

import vn.tonghop.domain.acceptance.Submission;

/** Key of an accepted report: those of a programme's year stand together. */
public final class ReportKey {

  private ReportKey() {}

  /** {@code PROGRAMME|PERIOD|BODY}. */
  public static String of(Submission report) {
    return of(report.programme(), report.period().label(), report.body().id());
  }

  /** The same of its parts. */
  public static String of(String programme, String period, String body) {
    return programme + "|" + period + "|" + body;
  }
}
