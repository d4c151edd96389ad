package vn.tonghop.console.view;

import java.util.Arrays;

/**
 * Where the records of each key stand, in the order in which they came, with a number beside each.
 * Histories are kept for ever and memory is not, so an entry takes {@value #ENTRY_BYTES} bytes and
 * a key {@value #KEY_BYTES}, each up to twice that while its array has room to grow. For many
 * threads.
 */
final class PlaceIndex {

  static final int ENTRY_BYTES = 20;
  static final int KEY_BYTES = 32;

  private static final int PARTITION_SHIFT = 48;
  private static final long OFFSET_MASK = (1L << PARTITION_SHIFT) - 1;
  private static final int NONE = -1;
  private static final int FIRST_SIZE = 64;

  /** A key's slot is the first free one behind its hash; at most half of them are taken. */
  private long[] keys = new long[2 * FIRST_SIZE];

  private int[] first = filled(2 * FIRST_SIZE);
  private int[] last = filled(2 * FIRST_SIZE);
  private int keyCount;

  private long[] places = new long[FIRST_SIZE];
  private long[] notes = new long[FIRST_SIZE];
  private int[] next = new int[FIRST_SIZE];
  private int size;

  /** Is given each entry of a key. */
  @FunctionalInterface
  interface Visitor {
    void entry(int partition, long offset, long note);
  }

  synchronized void add(long key, int partition, long offset, long note) {
    if (size == places.length) {
      int more = Math.multiplyExact(size, 2);
      places = Arrays.copyOf(places, more);
      notes = Arrays.copyOf(notes, more);
      next = Arrays.copyOf(next, more);
    }
    if (2 * (keyCount + 1) > keys.length) {
      growKeys();
    }
    places[size] = ((long) partition << PARTITION_SHIFT) | offset;
    notes[size] = note;
    next[size] = NONE;
    int slot = slot(key);
    if (first[slot] == NONE) {
      keys[slot] = key;
      first[slot] = size;
      keyCount++;
    } else {
      next[last[slot]] = size;
    }
    last[slot] = size;
    size++;
  }

  synchronized void forEach(long key, Visitor visitor) {
    for (int each = first[slot(key)]; each != NONE; each = next[each]) {
      visitor.entry(
          (int) (places[each] >>> PARTITION_SHIFT), places[each] & OFFSET_MASK, notes[each]);
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (first[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void growKeys() {
    long[] oldKeys = keys;
    int[] oldFirst = first;
    int[] oldLast = last;
    keys = new long[Math.multiplyExact(oldKeys.length, 2)];
    first = filled(keys.length);
    last = filled(keys.length);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldFirst[old] != NONE) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        first[slot] = oldFirst[old];
        last[slot] = oldLast[old];
      }
    }
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
