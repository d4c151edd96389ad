package vn.tonghop.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.tonghop.domain.format.Language;
import vn.tonghop.standalone.table.TableFormat;
import vn.tonghop.standalone.table.Terminal;

/** Where tables go: a new file, or standard output, which is no terminal if they are binary. */
final class TableOutput {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"Write this new file.", "Ghi vào tệp mới này."})
  private @Nullable Path file;

  /**
   * Finds what cannot be written, before anything is done.
   *
   * @throws ParameterException if the file has content already or cannot be made, or if a terminal
   *     would be shown a binary file
   */
  void check(TableFormat format, Language lang, CommandSpec spec) {
    if (file == null) {
      if (format.isBinary() && Terminal.ofThisProcess().screen()) {
        throw refused(
            spec,
            lang.pick(
                    "--format %s: màn hình không hiển thị được loại tệp này; hãy ghi --out TỆP",
                    "--format %s: a terminal cannot show such a file; give --out FILE")
                .formatted(format));
      }
      return;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw refused(spec, file + ": " + lang.pick("không có thư mục này", "no such folder"));
    }
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        throw refused(
            spec,
            file
                + ": "
                + lang.pick("tệp đã có; hãy chọn tên khác", "the file is there; name another one"));
      }
    } catch (IOException e) {
      throw unwritten(e, lang, spec);
    }
  }

  /** Null: standard output. */
  @Nullable Path file() {
    return file;
  }

  /** Writes behind what was written before. */
  void put(byte[] bytes, Language lang, CommandSpec spec) {
    if (file == null) {
      PrintStream out = Tonghop.output(spec);
      out.write(bytes, 0, bytes.length);
      out.flush();
      return;
    }
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritten(e, lang, spec);
    }
  }

  private ParameterException unwritten(IOException e, Language lang, CommandSpec spec) {
    return refused(spec, file + ": " + lang.pick("không ghi được: ", "it cannot be written: ") + e);
  }

  private static ParameterException refused(CommandSpec spec, String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
