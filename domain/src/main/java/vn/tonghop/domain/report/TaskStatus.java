package vn.tonghop.domain.report;

/** State of a task as at the report's date. */
public enum TaskStatus {
  NOT_STARTED,
  IN_PROGRESS,
  COMPLETED,
  CANCELLED;

  /** Neither completed nor cancelled. */
  public boolean isOpen() {
    return this == NOT_STARTED || this == IN_PROGRESS;
  }
}
