package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says before the run, not after it, that a file to write cannot be, or is one to be read. */
record OutputFiles(CommandSpec spec) {

  /**
   * Checks files to write against those to read and against each other.
   *
   * @throws ParameterException naming the first that cannot be used
   */
  void check(List<Path> inputs, @Nullable Path... outputs) throws IOException {
    List<Path> taken = new ArrayList<>(inputs);
    for (Path output : outputs) {
      if (output == null) {
        continue;
      }
      Path folder = output.toAbsolutePath().normalize().getParent();
      if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(output)) {
        throw refused(output, "no such folder / không có thư mục này");
      }
      if (!Files.isWritable(Files.exists(output) ? output : folder)) {
        throw refused(output, "cannot be written / không ghi được");
      }
      for (Path other : taken) {
        if (same(output, other)) {
          throw refused(output, "would overwrite / sẽ ghi đè lên " + other);
        }
      }
      taken.add(output);
    }
  }

  private static boolean same(Path a, Path b) throws IOException {
    return (Files.exists(a) && Files.exists(b))
        ? Files.isSameFile(a, b)
        : a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }

  private ParameterException refused(Path file, String why) {
    return new ParameterException(spec.commandLine(), file + ": " + why);
  }
}
