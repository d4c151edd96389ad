package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Receipt;

final class ReceiptMappingTest {

  @Test
  void aReceiptComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          Receipt receipt = random.receipt();
          assertEquals(
              receipt, ReceiptMapping.fromAvro(Wire.through(ReceiptMapping.toAvro(receipt))));
        });
  }
}
