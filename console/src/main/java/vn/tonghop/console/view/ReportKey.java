package vn.tonghop.console.view;

/**
 * What a unit says about one programme and period, in all its revisions.
 *
 * @param unit the code whose topic the reports came by
 * @param period the report's own period, as the record's key has it
 */
public record ReportKey(String unit, String programme, String period) {}
