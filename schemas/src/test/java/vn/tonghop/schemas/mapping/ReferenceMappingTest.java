package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.schemas.mapping.ReferenceAssembly.Complete;
import vn.tonghop.schemas.mapping.ReferenceMapping.Keyed;

final class ReferenceMappingTest {

  private static final ReferenceRows BUNDLED = ReferenceRows.bundled();

  @Test
  void everyRowHasItsNumberItsKeyAndNoEmptyValue() {
    List<Keyed> entries = ReferenceMapping.toAvro(BUNDLED, 3);
    assertEquals(BUNDLED.size(), entries.size());
    assertEquals(
        IntStream.range(0, BUNDLED.size()).boxed().toList(),
        entries.stream().map(each -> each.entry().getRow()).toList());
    for (Keyed each : entries) {
      assertEquals(3, each.entry().getVersion());
      assertEquals(BUNDLED.size(), each.entry().getRows());
      assertTrue(each.key().startsWith(each.entry().getKind() + "|"), each.key());
      each.entry()
          .getColumns()
          .values()
          .forEach(value -> assertNotEquals("", value.toString(), each.key()));
    }
    assertEquals("unit|01|", entries.get(0).key());
    assertEquals(entries.size(), entries.stream().map(Keyed::key).distinct().count());
  }

  @Test
  void theSameLoadMakesTheSameRecords() {
    assertEquals(
        ReferenceMapping.toAvro(BUNDLED, 1), ReferenceMapping.toAvro(ReferenceRows.bundled(), 1));
  }

  @Test
  void mixedLoadsComeBackEachWithItsLastMissingRow() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Map<Long, ReferenceRows> loads = loads(new RandomRecords(seed));
      List<ReferenceEntry> sent = new ArrayList<>();
      loads.forEach((version, rows) -> sent.addAll(entries(rows, version)));
      sent.addAll(List.copyOf(sent.subList(0, random.nextInt(sent.size()))));
      Collections.shuffle(sent, random);

      ReferenceAssembly assembly = new ReferenceAssembly();
      Map<Long, Set<Integer>> come = new HashMap<>();
      Set<Long> expected = new HashSet<>(loads.keySet());
      for (ReferenceEntry entry : sent) {
        Set<Integer> rows = come.computeIfAbsent(entry.getVersion(), none -> new HashSet<>());
        boolean last = rows.add(entry.getRow()) && rows.size() == entry.getRows();
        Optional<Complete> yielded = assembly.add(Wire.through(entry));
        assertEquals(last, yielded.isPresent(), "seed " + seed);
        if (yielded.isPresent()) {
          Complete loaded = yielded.get();
          assertEquals(
              filled(Objects.requireNonNull(loads.get(loaded.version()))),
              filled(loaded.rows()),
              "seed " + seed + ", version " + loaded.version());
          assertTrue(expected.remove(loaded.version()), "seed " + seed);
        }
      }
      assertEquals(Set.of(), expected, "seed " + seed);
    }
  }

  @Test
  void theColumnsOfTheCatalogueComeBackAlthoughEmpty() {
    ReferenceAssembly assembly = new ReferenceAssembly();
    ReferenceRows rows =
        entries(BUNDLED, 1).stream()
            .flatMap(entry -> assembly.add(entry).stream())
            .findFirst()
            .orElseThrow()
            .rows();
    assertEquals(BUNDLED.size(), rows.size());
    assertEquals("", rows.of(ReferenceKind.UNIT).get(0).get("valid_from"));
  }

  @Test
  void aLoadWithoutOneRowNeverComes() {
    List<ReferenceEntry> entries = entries(BUNDLED, 1);
    ReferenceAssembly assembly = new ReferenceAssembly();
    for (ReferenceEntry entry : entries.subList(1, entries.size())) {
      assertTrue(assembly.add(entry).isEmpty());
    }
    assertTrue(assembly.add(entries.get(1)).isEmpty());
  }

  @Test
  void twoLoadsOfOneVersionAreNotMixed() {
    ReferenceAssembly assembly = new ReferenceAssembly();
    assertTrue(assembly.add(entry(1, 2, 0, "field", "old")).isEmpty());
    assertTrue(assembly.add(entry(1, 3, 1, "field", "new")).isEmpty());
    Complete loaded = assembly.add(entry(1, 2, 1, "field", "old")).orElseThrow();
    for (Map<String, String> row : loaded.rows().of(ReferenceKind.FIELD)) {
      assertEquals("old", row.get("code"));
    }
    assertTrue(assembly.add(entry(1, 1, 0, "field", "third")).isEmpty());
  }

  @Test
  void ofARowThatComesTwiceTheLastCounts() {
    ReferenceAssembly assembly = new ReferenceAssembly();
    assembly.add(entry(1, 2, 0, "field", "first"));
    assembly.add(entry(1, 2, 0, "field", "second"));
    Complete loaded = assembly.add(entry(1, 2, 1, "field", "other")).orElseThrow();
    assertEquals("second", loaded.rows().of(ReferenceKind.FIELD).get(0).get("code"));
  }

  @Test
  void whatIsNoRowCompletesNothing() {
    ReferenceAssembly assembly = new ReferenceAssembly();
    for (ReferenceEntry wrong :
        List.of(
            entry(1, 1, 1, "field", "c"),
            entry(1, 1, -1, "field", "c"),
            entry(1, 0, 0, "field", "c"),
            entry(1, 1, 0, "moon", "c"))) {
      assertTrue(assembly.add(wrong).isEmpty());
    }
    assertTrue(assembly.add(entry(1, 1, 0, "field", "c")).isPresent());
  }

  private static ReferenceEntry entry(long version, int rows, int row, String kind, String code) {
    return new ReferenceEntry(version, rows, row, kind, Map.of("code", code));
  }

  private static List<ReferenceEntry> entries(ReferenceRows rows, long version) {
    return ReferenceMapping.toAvro(rows, version).stream().map(Keyed::entry).toList();
  }

  private static Map<Long, ReferenceRows> loads(RandomRecords random) {
    Map<Long, ReferenceRows> loads = new TreeMap<>();
    for (long version = 1; version <= 3; version++) {
      Map<ReferenceKind, List<Map<String, String>>> rows = new EnumMap<>(ReferenceKind.class);
      for (ReferenceKind kind : ReferenceKind.values()) {
        rows.put(kind, random.list(() -> row(random, kind)));
      }
      rows.put(ReferenceKind.FIELD, List.of(row(random, ReferenceKind.FIELD)));
      loads.put(version, new ReferenceRows(rows));
    }
    return loads;
  }

  private static Map<String, String> row(RandomRecords random, ReferenceKind kind) {
    Map<String, String> row = new HashMap<>();
    kind.columns().forEach(column -> row.put(column, random.text()));
    row.put("iso", random.code());
    return row;
  }

  /** Every catalogue, each row in its place, without empty values. */
  private static Map<ReferenceKind, List<Map<String, String>>> filled(ReferenceRows rows) {
    Map<ReferenceKind, List<Map<String, String>>> filled = new EnumMap<>(ReferenceKind.class);
    for (ReferenceKind kind : ReferenceKind.values()) {
      filled.put(
          kind,
          rows.of(kind).stream()
              .map(
                  row -> {
                    Map<String, String> values = new HashMap<>(row);
                    values.values().removeIf(String::isEmpty);
                    return values;
                  })
              .map(Map::copyOf)
              .toList());
    }
    return filled;
  }
}
