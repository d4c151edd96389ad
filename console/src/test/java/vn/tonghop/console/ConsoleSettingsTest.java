package vn.tonghop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.settings.Settings;

class ConsoleSettingsTest {

  private static final Settings SYSTEM =
      new Settings("127.0.0.1:1", "http://127.0.0.1:1", Regime.CALENDAR, Path.of("."), Map.of());

  @Test
  void aPortThatIsNoneIsNamedWithWhatIsAcceptedInBothLanguages() {
    for (String port : new String[] {"http", "65536", "-1", "8087x"}) {
      String message =
          String.valueOf(assertThrows(IllegalArgumentException.class, () -> of(port)).getMessage());
      assertTrue(message.startsWith("TONGHOP_CONSOLE_PORT: \"" + port + "\": "), message);
      assertTrue(message.contains("give a whole number from 0 (a free port) to 65535"), message);
      assertTrue(message.contains("cần số nguyên từ 0"), message);
    }
    assertEquals(65_535, of("65535").port());
  }

  private static ConsoleSettings of(String port) {
    return ConsoleSettings.of(SYSTEM, Map.of(ConsoleSettings.PORT_VARIABLE, port), null, null);
  }
}
