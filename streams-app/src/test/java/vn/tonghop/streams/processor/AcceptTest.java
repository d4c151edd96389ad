package vn.tonghop.streams.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.ProgrammeYear;

/** A task that moves away and comes back finds nothing in heap of the time before. */
class AcceptTest {

  private static final StoreNames NAMES = new StoreNames("reports", "years");

  @Test
  void whatATaskHeldBeforeItWasAStandbyIsForgotten() {
    ProgrammeYears years = new ProgrammeYears(NAMES.years(), 100);
    StateStore reports =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(NAMES.reports()), Serdes.String(), Serdes.String())
            .build();
    AtomicInteger loaded = new AtomicInteger();
    years.get("P", 2024, () -> counted(loaded));
    years.get("P", 2024, () -> counted(loaded));
    assertEquals(1, loaded.get());

    new Accept(NAMES, new Tally(), new SoonVisible())
        .init(contextOf(Map.of(NAMES.years(), years, NAMES.reports(), reports)));
    years.get("P", 2024, () -> counted(loaded));
    assertEquals(2, loaded.get());
  }

  /** Of a task that has these stores, and is at its start. */
  @SuppressWarnings("unchecked") // A proxy knows no type parameters.
  private static FixedKeyProcessorContext<String, Accepted> contextOf(
      Map<String, StateStore> stores) {
    return (FixedKeyProcessorContext<String, Accepted>)
        Proxy.newProxyInstance(
            AcceptTest.class.getClassLoader(),
            new Class<?>[] {FixedKeyProcessorContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getStateStore" -> stores.get(arguments[0]);
                  case "schedule" -> (Cancellable) () -> {};
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static ProgrammeYear counted(AtomicInteger loaded) {
    loaded.incrementAndGet();
    return new ProgrammeYear(new Nothing());
  }

  private static final class Nothing implements ProgrammeYear.Source {
    @Override
    public Collection<ReportState> ofBody(String body) {
      return List.of();
    }

    @Override
    public Collection<ReportState> of(Period period) {
      return List.of();
    }
  }
}
