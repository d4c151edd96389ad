package vn.tonghop.domain.reference;

/** An assigning authority or a field of work. */
public record CatalogueEntry(String code, String nameVi, String nameEn) {}
