package vn.tonghop.producer.settings;

/** The settings that have a flag and a variable of their own. */
public enum Setting {
  BOOTSTRAP("--bootstrap", "TONGHOP_BOOTSTRAP_SERVERS", "bootstrap.servers", "127.0.0.1:9092"),
  REGISTRY(
      "--registry",
      "TONGHOP_SCHEMA_REGISTRY_URL",
      "schema.registry.url",
      "http://127.0.0.1:8081/apis/ccompat/v7"),
  REGIME("--regime", "TONGHOP_REGIME", "regime", "decree-09-2019"),
  DATA("--data", "TONGHOP_DATA", "data", "./data");

  private final String flag;
  private final String variable;
  private final String key;
  private final String byDefault;

  Setting(String flag, String variable, String key, String byDefault) {
    this.flag = flag;
    this.variable = variable;
    this.key = key;
    this.byDefault = byDefault;
  }

  /** On the command line. */
  public String flag() {
    return flag;
  }

  /** In the environment. */
  public String variable() {
    return variable;
  }

  /** In a properties file. */
  public String key() {
    return key;
  }

  /** Where nobody says otherwise. */
  public String byDefault() {
    return byDefault;
  }
}
