package vn.tonghop.standalone.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * What has become of each dead letter that is not open. A million of them take some 80 MB: numbers
 * in an open hash table, and each place or reason once.
 *
 * <p>A letter is known by the record that was rejected and its time, not by its own place: a
 * roll-up that reads all reports again writes all letters again, and what was closed stays closed;
 * a topic that was made anew has the same offsets at another time.
 */
public final class LetterStates {

  private static final int FIRST_SLOTS = 1024;
  private static final int OFFSET_BITS = 44;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final byte REPLAYED = 1;
  private static final byte DROPPED = 2;

  private final Map<Object, Integer> ids = new HashMap<>();
  private final List<Object> named = new ArrayList<>();
  private Slots slots = new Slots(FIRST_SLOTS);
  private int used;

  /** Topic and partition of records. */
  private record Place(String topic, int partition) {}

  private static final class Slots {
    /** Number of the place and offset; 0 is a free slot. */
    private final long[] records;

    private final long[] times;
    private final byte[] kinds;

    /** Number of the place it was sent to, or of who dropped it and why. */
    private final int[] what;

    private final long[] toOffsets;
    private final long[] toTimes;

    Slots(int count) {
      records = new long[count];
      times = new long[count];
      kinds = new byte[count];
      what = new int[count];
      toOffsets = new long[count];
      toTimes = new long[count];
    }

    /** Where it stands, or the free slot where it would. */
    int find(long record, long time) {
      int slot = (int) (((record * SPREAD + time) * SPREAD) >>> 32) & (records.length - 1);
      while (records[slot] != 0 && (records[slot] != record || times[slot] != time)) {
        slot = (slot + 1) & (records.length - 1);
      }
      return slot;
    }
  }

  /** Takes what the trace says; the last word counts. */
  public void add(AuditedLetter audited) {
    if (used * 2 >= slots.records.length) {
      grow();
    }
    long record = number(audited.origin());
    long time = audited.at().toEpochMilli();
    int slot = slots.find(record, time);
    if (slots.records[slot] == 0) {
      slots.records[slot] = record;
      slots.times[slot] = time;
      used++;
    }
    set(slot, audited.state());
  }

  /** What has become of a letter. */
  public LetterState of(Letter letter) {
    SourceRecord origin = AuditedLetter.originOf(letter);
    // What nobody has named yet has no state either: to ask must not make the table grow.
    @Nullable Integer place = ids.get(new Place(origin.topic(), origin.partition()));
    if (place == null) {
      return new LetterState.Open();
    }
    int slot = slots.find(number(place, origin.offset()), letter.at().toEpochMilli());
    if (slots.kinds[slot] == DROPPED) {
      return (LetterState) named.get(slots.what[slot]);
    }
    if (slots.kinds[slot] == REPLAYED) {
      Place to = (Place) named.get(slots.what[slot]);
      return new LetterState.Replayed(
          new SourceRecord(to.topic(), to.partition(), slots.toOffsets[slot]),
          Instant.ofEpochMilli(slots.toTimes[slot]));
    }
    return new LetterState.Open();
  }

  private void set(int slot, LetterState state) {
    if (state instanceof LetterState.Replayed replayed) {
      slots.kinds[slot] = REPLAYED;
      slots.what[slot] = id(new Place(replayed.to().topic(), replayed.to().partition()));
      slots.toOffsets[slot] = replayed.to().offset();
      slots.toTimes[slot] = replayed.at().toEpochMilli();
    } else {
      slots.kinds[slot] = DROPPED;
      slots.what[slot] = id(state);
    }
  }

  private long number(SourceRecord record) {
    return number(id(new Place(record.topic(), record.partition())), record.offset());
  }

  private static long number(int place, long offset) {
    return ((place + 1L) << OFFSET_BITS) | offset;
  }

  private int id(Object value) {
    return ids.computeIfAbsent(
        value,
        fresh -> {
          named.add(fresh);
          return named.size() - 1;
        });
  }

  private void grow() {
    Slots old = slots;
    slots = new Slots(Math.multiplyExact(old.records.length, 2));
    for (int i = 0; i < old.records.length; i++) {
      if (old.records[i] != 0) {
        int slot = slots.find(old.records[i], old.times[i]);
        slots.records[slot] = old.records[i];
        slots.times[slot] = old.times[i];
        slots.kinds[slot] = old.kinds[i];
        slots.what[slot] = old.what[i];
        slots.toOffsets[slot] = old.toOffsets[i];
        slots.toTimes[slot] = old.toTimes[i];
      }
    }
  }
}
