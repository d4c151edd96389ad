package vn.tonghop.standalone.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;

/** Dead letters without a broker: names, states of very many, and what a sender may have put in. */
class LetterTest {

  private static final Instant AT = Instant.parse("2026-07-01T01:00:00.123Z");

  /** A bell, the sequence that clears a screen, C1's, right-to-left marks, a line end, a tag. */
  private static final String HOSTILE =
      "\u0007\u001b[2J\u009b31m\u202e\u2066\u200f\r\n\u2028\udb40\udc41";

  @Test
  void aLetterIsCalledByItsPlace() {
    LetterName name = new LetterName(0, 17);
    assertEquals("0-17", name.toString());
    assertEquals("tonghop.dead-letters-0@17", name.coordinates());
    assertEquals(Optional.of(name), LetterName.parse("0-17"));
    assertEquals(Optional.of(name), LetterName.parse(name.coordinates()));
    for (String none :
        List.of("", "17", "0-", "-1-2", "0-17 ", "tonghop.tables-0@17", "0-99999999999999999999")) {
      assertEquals(Optional.empty(), LetterName.parse(none), none);
    }
  }

  @Test
  void theStateOfEachOfManyLettersIsKnownThatOfNoOtherIs() {
    LetterStates states = new LetterStates();
    int many = 20_000;
    for (int i = 0; i < many; i++) {
      Letter letter = letter("40", i, AT.plusMillis(i));
      LetterState state =
          i % 3 == 0
              ? new LetterState.Dropped("Bình", i % 2 == 0 ? "a" : "b")
              : new LetterState.Replayed(new SourceRecord("tonghop.reports.40", 0, i + 7L), AT);
      states.add(
          new AuditedLetter(
              letter.name(), AuditedLetter.originOf(letter), letter.at(), state, AT, ""));
    }
    for (int i = 0; i < many; i += 97) {
      LetterState state = states.of(letter("40", i, AT.plusMillis(i)));
      if (i % 3 == 0) {
        assertEquals(new LetterState.Dropped("Bình", i % 2 == 0 ? "a" : "b"), state);
      } else {
        assertEquals(i + 7L, ((LetterState.Replayed) state).to().offset());
      }
      assertInstanceOf(LetterState.Open.class, states.of(letter("41", i, AT.plusMillis(i))));
    }
    assertInstanceOf(LetterState.Open.class, states.of(letter("40", many, AT.plusMillis(many))));
  }

  @Test
  void aSecondLetterOfTheSameRecordSharesItsStateOneOfATopicMadeAnewDoesNot() {
    LetterStates states = new LetterStates();
    states.add(read(letter("40", 5, AT), new LetterState.Dropped("Bình", "x")));
    Letter rebuilt = Letter.of(record("40", 5, AT, 900, new RecordHeaders()));
    assertInstanceOf(LetterState.Dropped.class, states.of(rebuilt));
    assertInstanceOf(LetterState.Open.class, states.of(letter("40", 5, AT.plusMillis(1))));
  }

  @Test
  void theLastWordCounts() {
    LetterStates states = new LetterStates();
    Letter letter = letter("40", 5, AT);
    states.add(read(letter, new LetterState.Dropped("Bình", "x")));
    SourceRecord to = new SourceRecord("tonghop.reports.40", 0, 9);
    states.add(read(letter, new LetterState.Replayed(to, AT)));
    assertEquals(new LetterState.Replayed(to, AT), states.of(letter));
  }

  @Test
  void whatOthersWroteInTheTraceIsPassedBy() {
    for (String entry :
        List.of(
            "",
            "rubbish",
            "[]",
            "{\"action\":\"add\",\"principal\":\"unit-40\"}",
            "{\"action\":\"drop-dead-letter\",\"letter\":\"0-1\"}")) {
      assertEquals(
          Optional.empty(), AuditedLetter.read(entry.getBytes(StandardCharsets.UTF_8)), entry);
    }
  }

  @Test
  void lettersAreChosenByUnitCodeAndTime() {
    Letter letter = letter("40", 5, AT);
    assertTrue(LetterFilter.ALL.matches(letter));
    assertTrue(filter("40", Set.of(Rule.E13, Rule.E02), AT, AT.plusMillis(1)).matches(letter));
    assertFalse(filter("41", Set.of(), null, null).matches(letter));
    assertFalse(filter(null, Set.of(Rule.E03), null, null).matches(letter));
    assertFalse(filter(null, Set.of(), AT.plusMillis(1), null).matches(letter));
    assertFalse(filter(null, Set.of(), null, AT).matches(letter), "to is not included");
  }

  @Test
  void nothingThatSteersATerminalIsWrittenAsItIs() throws Exception {
    Headers headers = new RecordHeaders();
    headers.add("name" + HOSTILE, HOSTILE.getBytes(StandardCharsets.UTF_8));
    headers.add("tonghop.codes", ("E02," + HOSTILE).getBytes(StandardCharsets.UTF_8));
    headers.add("tonghop.topic", ("tonghop.reports." + HOSTILE).getBytes(StandardCharsets.UTF_8));
    ConsumerRecord<byte[], byte[]> record = record("40", 5, AT, 3, headers);
    Letter letter = Letter.of(record);
    LetterState state = new LetterState.Dropped("by" + HOSTILE, "why" + HOSTILE);
    Shown shown =
        new Shown(
            letter,
            state,
            List.of(read(letter("40", 5, AT), state)),
            null,
            new Content(
                new ObjectMapper().writeValueAsString(Map.of("title", HOSTILE)), null, null));
    for (Language lang : Language.values()) {
      assertHarmless(LetterText.line(letter, state, lang));
      ShownText.lines(shown, lang, 80).forEach(LetterTest::assertHarmless);
    }
    assertHarmless(LetterJson.line(letter, state));
    String json = LetterJson.line(shown);
    assertHarmless(json);
    JsonNode read = new ObjectMapper().readTree(json);
    assertEquals(HOSTILE, read.at("/document/title").asText(), "escaped, and the same text");
    assertEquals("why" + HOSTILE, read.at("/reason").asText());
    assertEquals(HOSTILE, read.at("/headers/0/text").asText());
  }

  @Test
  void bytesAreShownInDigitsAndOnlyTheirBeginning() {
    byte[] bytes = new byte[3 * Excerpt.BASE64];
    bytes[0] = 0x1b;
    bytes[1] = 'A';
    assertEquals(
        "000000  1b 41 00 00 00 00 00 00 00 00 00 00 00 00 00 00  .A..............",
        Excerpt.dump(bytes).get(0));
    assertEquals(Excerpt.HEX / 16, Excerpt.dump(bytes).size());
    assertEquals(Excerpt.BASE64 / 3 * 4, Excerpt.base64(bytes).length());
    assertEquals("0xff00 (2 bytes)", Excerpt.inWords(new byte[] {-1, 0}));
    assertEquals("null", Excerpt.inWords(null));
  }

  @Test
  void everyErrorCodeHasWordsAndAdviceInBothLanguages() {
    for (Rule rule : CodeWords.errors()) {
      assertFalse(CodeWords.of(rule.name()).orElseThrow().vi().isBlank());
      assertFalse(CodeWords.of(rule.name()).orElseThrow().en().isBlank());
      assertTrue(CodeWords.advice(rule.name()).isPresent());
    }
    assertEquals(13, CodeWords.errors().size());
    assertEquals(Optional.empty(), CodeWords.of("W01"));
    assertEquals(Optional.empty(), CodeWords.of("<b>"));
  }

  private static LetterFilter filter(
      @Nullable String unit, Set<Rule> codes, @Nullable Instant from, @Nullable Instant to) {
    return new LetterFilter(unit, codes, from, to);
  }

  /** Written to the trace, and read again. */
  private static AuditedLetter read(Letter letter, LetterState state) {
    return AuditedLetter.read(
            AuditedLetter.write(Map.of(), letter, state).getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }

  private static Letter letter(String unit, long offset, Instant at) {
    return Letter.of(record(unit, offset, at, 2 * offset, new RecordHeaders()));
  }

  /** A dead letter's record; headers that are given stand behind those that it needs. */
  private static ConsumerRecord<byte[], byte[]> record(
      String unit, long offset, Instant at, long own, Headers more) {
    Headers headers = new RecordHeaders();
    headers.add("tonghop.topic", ("tonghop.reports." + unit).getBytes(StandardCharsets.UTF_8));
    headers.add("tonghop.partition", "0".getBytes(StandardCharsets.UTF_8));
    headers.add("tonghop.offset", Long.toString(offset).getBytes(StandardCharsets.UTF_8));
    headers.add("tonghop.codes", "E02,E04".getBytes(StandardCharsets.UTF_8));
    more.forEach(headers::add);
    return new ConsumerRecord<>(
        "tonghop.dead-letters",
        0,
        own,
        at.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        HOSTILE.getBytes(StandardCharsets.UTF_8),
        new byte[] {1, 2},
        headers,
        Optional.empty());
  }

  private static void assertHarmless(String line) {
    line.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              assertFalse(
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR,
                  () -> "U+%04X in %s".formatted(point, line));
            });
  }
}
