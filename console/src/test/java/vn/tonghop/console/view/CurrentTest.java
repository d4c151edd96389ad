package vn.tonghop.console.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.schemas.topic.Topics;

class CurrentTest {

  private final Current current = new Current(Regime.DECREE_09_2019);

  private void table(String key, byte @Nullable [] value) {
    current.table(new ConsumerRecord<>(Topics.TABLES.name(), 0, 0, key, value));
  }

  @Test
  void aProgrammeWhoseLastTableIsGoneHasNone() {
    table("CTCT-2025|2025-Q1", new byte[] {1});
    table("CTCT-2024|2024-Q1", new byte[] {1});
    table("CTCT-2024|2024-S1", new byte[] {1});
    table("CTCT-2024|2024-Q1", null);
    assertEquals(List.of("CTCT-2024", "CTCT-2025"), current.programmes());
    table("CTCT-2024|2024-S1", null);
    assertEquals(List.of("CTCT-2025"), current.programmes());
  }
}
