package vn.tonghop.domain.report;

/** Whether a revision gives the figures or takes the report back. */
public enum ReportKind {
  SUBMIT,
  WITHDRAW
}
