package vn.tonghop.streams.layout;

import java.util.List;

/**
 * Names of the former layout: reports by unit, then by programme, and a logged row a unit and
 * table.
 *
 * @param applicationId prefix of the topics
 */
record FormerLayout(String applicationId) {

  private static final String REPORT_STATES = "report-states";
  private static final String UNIT_ROWS = "unit-rows";
  private static final String PROGRAMME_PULSE = "programme-pulse";

  /** Stores in a task's folder by which its layout is known. */
  static final List<String> STORES = List.of(REPORT_STATES, UNIT_ROWS, PROGRAMME_PULSE);

  /** The changelog of what must be remembered; while it is there, it is not carried over. */
  String states() {
    return changelog(REPORT_STATES);
  }

  /** Topics between the stages. */
  List<String> stages() {
    return List.of(applicationId + "-intake-repartition", applicationId + "-moves-repartition");
  }

  /** Changelogs of what is worked out from the states. */
  List<String> derived() {
    return List.of(changelog(UNIT_ROWS), changelog(PROGRAMME_PULSE));
  }

  private String changelog(String store) {
    return applicationId + "-" + store + "-changelog";
  }
}
