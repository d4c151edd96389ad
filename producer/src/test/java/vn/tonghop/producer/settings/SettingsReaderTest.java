package vn.tonghop.producer.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;

class SettingsReaderTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void withoutAnythingTheDefaultsHold() {
    assertEquals(
        new Settings(
            "127.0.0.1:9092",
            "http://127.0.0.1:8081/apis/ccompat/v7",
            Regime.DECREE_09_2019,
            Path.of("./data"),
            Map.of()),
        SettingsReader.read(Map.of(), Map.of(), null));
  }

  @Test
  void aFlagBeatsAVariableBeatsTheFileBeatsTheDefault() throws IOException {
    Path file =
        config("bootstrap.servers=file:1\nschema.registry.url=http://file\nregime=calendar\n");
    Map<String, String> environment =
        Map.of(
            "TONGHOP_BOOTSTRAP_SERVERS", "env:2",
            "TONGHOP_SCHEMA_REGISTRY_URL", "https://env:3/x",
            "TONGHOP_REGIME", " ");
    Settings settings =
        SettingsReader.read(Map.of(Setting.BOOTSTRAP, "flag:3,[::1]:4"), environment, file);
    assertEquals("flag:3,[::1]:4", settings.bootstrap());
    assertEquals("https://env:3/x", settings.registry());
    assertEquals(Regime.CALENDAR, settings.regime());
    assertEquals(Path.of("./data"), settings.data());
  }

  @Test
  void ofSeveralFilesTheLaterOneWins() throws IOException {
    Path first = config("regime=calendar\nclient.id=first\nacks=all\n");
    Path both = first.resolveSibling("later.properties");
    Files.writeString(both, "client.id=later\n");
    Settings settings = SettingsReader.readAll(Map.of(), Map.of(), List.of(first, both));
    assertEquals(Map.of("client.id", "later", "acks", "all"), settings.kafka());
    assertEquals("calendar", settings.regime().id());
  }

  @Test
  void anyOtherKeyPassesThroughToKafka() throws IOException {
    Path file = config("security.protocol=SSL\nclient.id=Nghệ An\ndata=/d\n");
    Settings settings = SettingsReader.read(Map.of(), Map.of(), file);
    assertEquals(Map.of("security.protocol", "SSL", "client.id", "Nghệ An"), settings.kafka());
    assertEquals("SSL", settings.clientConfig().get("security.protocol"));
    assertEquals("127.0.0.1:9092", settings.clientConfig().get("bootstrap.servers"));
    assertEquals(settings.registry(), settings.clientConfig().get("schema.registry.url"));
  }

  @Test
  void allProblemsAreFoundAtOnceAndNameTheirSource() throws IOException {
    Path file = config("schema.registry.url=ftp://x\n");
    SettingsException e =
        assertThrows(
            SettingsException.class,
            () ->
                SettingsReader.read(
                    Map.of(Setting.BOOTSTRAP, "host", Setting.DATA, ""),
                    Map.of("TONGHOP_REGIME", "lunar"),
                    file));
    List<String> problems = e.problems(Language.EN);
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("--bootstrap: \"host\""), problems.toString());
    assertTrue(problems.get(1).startsWith("schema.registry.url: "), problems.toString());
    assertTrue(problems.get(2).startsWith("TONGHOP_REGIME: "), problems.toString());
    assertTrue(problems.get(2).endsWith("decree-09-2019, calendar"), problems.toString());
    assertTrue(problems.get(3).startsWith("--data: "), problems.toString());
    assertTrue(e.problems(Language.VI).get(0).contains("không hợp lệ"));
  }

  @Test
  void aPortIsOneOfThoseThereAre() {
    for (String wrong : List.of("h:0", "h:65536", "h:1,", "h:x", "h :1", "http://h:1", "")) {
      assertThrows(
          SettingsException.class,
          () -> SettingsReader.read(Map.of(Setting.BOOTSTRAP, wrong), Map.of(), null),
          wrong);
    }
  }

  @Test
  void aConfigThatCannotBeReadIsAProblem() throws IOException {
    for (Path wrong : List.of(folder.resolve("none"), folder, config("a=\\u00g0"))) {
      SettingsException e =
          assertThrows(
              SettingsException.class, () -> SettingsReader.read(Map.of(), Map.of(), wrong));
      assertTrue(e.problems(Language.EN).get(0).startsWith("--config"), e.toString());
    }
  }

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("c.properties"), text);
  }
}
