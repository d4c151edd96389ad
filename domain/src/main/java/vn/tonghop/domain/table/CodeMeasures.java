package vn.tonghop.domain.table;

import vn.tonghop.domain.standing.Measures;

/** Measures of all counted tasks of one assigning authority, or in one field of work. */
public record CodeMeasures(String code, Measures measures) {}
