package vn.tonghop.domain.reference;

/** Kinds of reporting units. */
public enum UnitKind {
  PROVINCE,
  CITY,
  COMMISSION,
  CENTRAL;

  /** Provinces and centrally governed cities, as against the central organisations. */
  public boolean isProvincial() {
    return this == PROVINCE || this == CITY;
  }
}
