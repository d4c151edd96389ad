package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.standalone.Await;

/** All committed receipts of some units, as they come. */
final class Receipts implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final ReceiptReader reader;
  private final List<Receipt> all = new ArrayList<>();

  Receipts(Ground ground, Collection<String> units) {
    reader = ReceiptReader.open(ground.settings());
    units.forEach(this::add);
  }

  void add(String unit) {
    reader.fromBeginning(unit);
  }

  /** Those that are there by now. */
  List<Receipt> read() {
    reader.lookAgain();
    Await.until(
        "the receipts are read to their end",
        Ground.READY,
        () -> {
          all.addAll(reader.poll(POLL));
          return reader.isCaughtUp();
        });
    return List.copyOf(all);
  }

  /** Those of one record that are there by now. */
  List<Receipt> of(SourceRecord source) {
    return read().stream().filter(each -> source.equals(each.source())).toList();
  }

  /** The one receipt of a record. */
  Receipt await(SourceRecord source, Duration patience) {
    Await.until("a receipt of " + source, patience, () -> !of(source).isEmpty());
    List<Receipt> found = of(source);
    assertEquals(1, found.size());
    return found.get(0);
  }

  Outcome outcome(SourceRecord source) {
    return await(source, Ground.SOON).outcome();
  }

  @Override
  public void close() {
    reader.close();
  }
}
