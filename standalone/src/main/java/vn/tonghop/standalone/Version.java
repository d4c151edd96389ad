package vn.tonghop.standalone;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Tonghop.class.getPackage().getImplementationVersion();
    return new String[] {"tonghop " + (built == null ? "(not built)" : built)};
  }
}
