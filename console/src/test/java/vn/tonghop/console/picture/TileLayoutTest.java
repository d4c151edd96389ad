package vn.tonghop.console.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.console.picture.TileLayout.Tile;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

/** The squares are where somebody who knows the country looks for them. */
class TileLayoutTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  /** Provinces with a border between them, all over the country. */
  private static final Map<String, List<String>> NEIGHBOURS =
      Map.of(
          "63",
          List.of(
              "Lai Châu-Lào Cai",
              "Lai Châu-Điện Biên",
              "Hà Giang-Cao Bằng",
              "Hà Giang-Tuyên Quang",
              "Lạng Sơn-Bắc Giang",
              "Bắc Giang-Quảng Ninh",
              "Hà Nội-Vĩnh Phúc",
              "Hà Nội-Hòa Bình",
              "Hà Nội-Bắc Ninh",
              "Hà Nội-Hà Nam",
              "Hải Dương-Hải Phòng",
              "Thái Bình-Nam Định",
              "Ninh Bình-Thanh Hóa",
              "Thanh Hóa-Nghệ An",
              "Nghệ An-Hà Tĩnh",
              "Hà Tĩnh-Quảng Bình",
              "Quảng Bình-Quảng Trị",
              "Quảng Trị-Thừa Thiên Huế",
              "Thừa Thiên Huế-Đà Nẵng",
              "Đà Nẵng-Quảng Nam",
              "Quảng Nam-Kon Tum",
              "Kon Tum-Gia Lai",
              "Gia Lai-Đắk Lắk",
              "Bình Định-Phú Yên",
              "Phú Yên-Khánh Hòa",
              "Đắk Lắk-Đắk Nông",
              "Đắk Nông-Bình Phước",
              "Khánh Hòa-Ninh Thuận",
              "Lâm Đồng-Bình Thuận",
              "Bình Phước-Tây Ninh",
              "Bình Dương-Hồ Chí Minh",
              "Đồng Nai-Bà Rịa - Vũng Tàu",
              "Hồ Chí Minh-Long An",
              "Long An-Tiền Giang",
              "Tiền Giang-Bến Tre",
              "Vĩnh Long-Trà Vinh",
              "An Giang-Kiên Giang",
              "Cần Thơ-Hậu Giang",
              "Sóc Trăng-Bạc Liêu",
              "Bạc Liêu-Cà Mau"),
          "34",
          List.of(
              "Lai Châu-Lào Cai",
              "Lào Cai-Tuyên Quang",
              "Tuyên Quang-Cao Bằng",
              "Điện Biên-Sơn La",
              "Thái Nguyên-Lạng Sơn",
              "Phú Thọ-Hà Nội",
              "Bắc Ninh-Hải Phòng",
              "Quảng Ninh-Hải Phòng",
              "Hưng Yên-Ninh Bình",
              "Ninh Bình-Thanh Hóa",
              "Thanh Hóa-Nghệ An",
              "Nghệ An-Hà Tĩnh",
              "Hà Tĩnh-Quảng Trị",
              "Quảng Trị-Huế",
              "Huế-Đà Nẵng",
              "Đà Nẵng-Quảng Ngãi",
              "Quảng Ngãi-Gia Lai",
              "Gia Lai-Đắk Lắk",
              "Đắk Lắk-Khánh Hòa",
              "Đắk Lắk-Lâm Đồng",
              "Lâm Đồng-Đồng Nai",
              "Đồng Nai-Hồ Chí Minh",
              "Tây Ninh-Đồng Tháp",
              "Đồng Tháp-An Giang",
              "Vĩnh Long-Cần Thơ",
              "Cần Thơ-Cà Mau"));

  /** From the Chinese border to the southern cape, each well north of the next. */
  private static final List<String> SOUTHWARDS =
      List.of(
          "Cao Bằng",
          "Hà Nội",
          "Thanh Hóa",
          "Nghệ An",
          "Hà Tĩnh",
          "Quảng Trị",
          "Đà Nẵng",
          "Quảng Ngãi",
          "Khánh Hòa",
          "Đồng Nai",
          "Vĩnh Long",
          "Cà Mau");

  private static TileLayout layout(String name) {
    return TileLayout.named(name).orElseThrow();
  }

  private static Map<String, Tile> byName(TileLayout layout, LocalDate day) {
    Map<String, Tile> tiles = new HashMap<>();
    for (Tile tile : layout.tiles()) {
      tiles.put(
          REFERENCE.unitOfBody(tile.body(), day).map(ReportingUnit::nameVi).orElseThrow(), tile);
    }
    return tiles;
  }

  @ParameterizedTest
  @CsvSource({"63, 2024-06-14", "34, 2025-12-14"})
  void eachProvinceOfItsDayHasOneSquareAndNoOtherUnitHasOne(String name, LocalDate day) {
    Set<String> provinces =
        REFERENCE.unitsOn(day).stream()
            .filter(unit -> unit.kind().isProvincial())
            .map(ReportingUnit::body)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> bodies = layout(name).tiles().stream().map(Tile::body).sorted().toList();
    assertEquals(List.copyOf(provinces), bodies);
    assertEquals(Integer.parseInt(name), bodies.size());
    assertEquals(name, TileLayout.on(day, REFERENCE).name());
  }

  @ParameterizedTest
  @CsvSource({"63", "34"})
  void noTwoUnitsAreOnOneSquare(String name) {
    Set<List<Integer>> places = new HashSet<>();
    for (Tile tile : layout(name).tiles()) {
      assertTrue(places.add(List.of(tile.row(), tile.column())), tile.toString());
      assertTrue(tile.row() >= 0 && tile.column() >= 0, tile.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"63, 2024-06-14", "34, 2025-12-14"})
  void northIsAboveSouth(String name, LocalDate day) {
    Map<String, Tile> tiles = byName(layout(name), day);
    int row = -1;
    for (String unit : SOUTHWARDS) {
      Tile tile = Objects.requireNonNull(tiles.get(unit), unit);
      assertTrue(tile.row() > row, unit + ": " + tile);
      row = tile.row();
    }
  }

  @ParameterizedTest
  @CsvSource({"63, 2024-06-14", "34, 2025-12-14"})
  void neighboursTouchOrNearlyTouch(String name, LocalDate day) {
    Map<String, Tile> tiles = byName(layout(name), day);
    int touching = 0;
    List<String> pairs = NEIGHBOURS.getOrDefault(name, List.of());
    for (String pair : pairs) {
      int dash = pair.indexOf('-');
      Tile one = Objects.requireNonNull(tiles.get(pair.substring(0, dash)), pair);
      Tile other = Objects.requireNonNull(tiles.get(pair.substring(dash + 1)), pair);
      int distance =
          Math.max(Math.abs(one.row() - other.row()), Math.abs(one.column() - other.column()));
      assertTrue(distance <= 2, pair + ": " + distance);
      touching += distance == 1 ? 1 : 0;
    }
    assertTrue(touching >= pairs.size() * 9 / 10, touching + " of " + pairs.size());
  }

  @ParameterizedTest
  @CsvSource({"63, 2024-06-14", "34, 2025-12-14"})
  void nobodyStandsAlone(String name, LocalDate day) {
    List<Tile> tiles = layout(name).tiles();
    for (Tile tile : tiles) {
      assertTrue(
          tiles.stream()
              .anyMatch(
                  other ->
                      !other.equals(tile)
                          && Math.abs(other.row() - tile.row()) <= 1
                          && Math.abs(other.column() - tile.column()) <= 1),
          REFERENCE.unitOfBody(tile.body(), day).orElseThrow().nameVi());
    }
  }
}
