package vn.tonghop.producer.cli;

import vn.tonghop.producer.file.Locator;
import vn.tonghop.producer.file.Place;

/** Where in a file a report stands that a receipt answers. */
record Origin(Place place, Locator locator) {}
