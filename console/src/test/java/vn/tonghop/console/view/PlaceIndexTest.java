package vn.tonghop.console.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceIndexTest {

  private record Entry(int partition, long offset, long note) {}

  @Test
  void aKeyHasTheEntriesThatItWasGivenInTheirOrder() {
    long seed = 20261123;
    Random random = new Random(seed);
    PlaceIndex index = new PlaceIndex();
    Map<Long, List<Entry>> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      // Keys that are near each other, and such as differ in their upper half alone.
      long key = random.nextInt(300) | ((long) random.nextInt(20) << 48);
      Entry entry =
          new Entry(random.nextInt(1 << 15), random.nextLong(1L << 47), random.nextLong());
      index.add(key, entry.partition(), entry.offset(), entry.note());
      expected.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
    }
    for (long high = 0; high < 21; high++) {
      for (long low = 0; low < 301; low++) {
        long key = low | (high << 48);
        List<Entry> found = new ArrayList<>();
        index.forEach(
            key, (partition, offset, note) -> found.add(new Entry(partition, offset, note)));
        assertEquals(expected.getOrDefault(key, List.of()), found, "seed " + seed + " key " + key);
      }
    }
  }
}
