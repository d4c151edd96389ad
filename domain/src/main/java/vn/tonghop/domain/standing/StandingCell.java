package vn.tonghop.domain.standing;

/** A unit's measures of the tasks of one authority in one field of work. */
public record StandingCell(String assignedBy, String field, Measures measures) {}
