package vn.tonghop.standalone.letters;

import java.time.Instant;
import vn.tonghop.domain.acceptance.SourceRecord;

/** What has become of a dead letter. */
public sealed interface LetterState {

  /** Nobody has done anything about it. */
  record Open() implements LetterState {}

  /**
   * It was sent again.
   *
   * @param to where the record stands that was sent
   * @param at that record's time
   */
  record Replayed(SourceRecord to, Instant at) implements LetterState {}

  /**
   * It was closed without being sent.
   *
   * @param by who said so
   */
  record Dropped(String by, String reason) implements LetterState {}
}
