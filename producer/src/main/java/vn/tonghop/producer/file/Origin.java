package vn.tonghop.producer.file;

/** Where in a file a report stands that a receipt answers. */
public record Origin(Place place, Locator locator) {}
