package vn.tonghop.bench.peer;

import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.schemas.topic.Topics;

/** The whole peer's bytes: as compact as the roll-up's own, some of which they are. */
final class WholeSerdes {

  private static final byte[] NONE = {};

  private WholeSerdes() {}

  static Serde<UnitDossier> dossier(Regime regime) {
    Serde<ReportState> states = new ReportStateSerde(regime);
    return PeerSerdes.of(
        (out, dossier) -> out.list(dossier.reports(), kept -> out.bytes(bytes(kept, states))),
        in ->
            new UnitDossier(
                in.list(
                    () -> {
                      byte[] bytes = in.bytes();
                      return new UnitDossier.Kept(
                          states.deserializer().deserialize("", bytes), bytes);
                    }),
                null));
  }

  private static byte[] bytes(UnitDossier.Kept kept, Serde<ReportState> states) {
    byte @Nullable [] known = kept.bytes();
    return known == null ? states.serializer().serialize("", kept.state()) : known;
  }

  static Serde<TableMove> move() {
    return PeerSerdes.of(
        (out, move) -> {
          byte @Nullable [] standing = move.standing();
          out.text(move.body());
          // No standing is without bytes.
          out.bytes(standing == null ? NONE : standing);
          out.flag(move.visible());
          movedBy(out, move.movedBy());
        },
        in -> {
          String body = in.text();
          byte[] standing = in.bytes();
          return new TableMove(
              body, standing.length == 0 ? null : standing, in.flag(), movedBy(in));
        });
  }

  static Serde<TableUnits> units() {
    return PeerSerdes.of(
        (out, table) -> {
          movedBy(out, table.mover());
          out.list(
              table.units(),
              unit -> {
                out.text(unit.body());
                out.bytes(unit.standing());
              });
        },
        in -> {
          MovedBy movedBy = movedBy(in);
          return new TableUnits(in.list(() -> new TableUnits.Unit(in.text(), in.bytes())), movedBy);
        });
  }

  private static void movedBy(Packed out, MovedBy movedBy) {
    out.text(movedBy.unit());
    out.text(movedBy.period());
    out.number(movedBy.revision());
    out.number(movedBy.source().partition());
    out.number(movedBy.source().offset());
    out.number(movedBy.at().toEpochMilli());
  }

  private static MovedBy movedBy(Packed in) {
    String unit = in.text();
    return new MovedBy(
        unit,
        in.text(),
        (int) in.number(),
        new SourceRecord(Topics.reportsOf(unit), (int) in.number(), in.number()),
        Instant.ofEpochMilli(in.number()));
  }
}
