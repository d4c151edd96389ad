package vn.tonghop.producer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tonghop.domain.format.Language;

/** A file to write instead of standard output, as a picocli mixin. What people filled in stays. */
final class OutputFile {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"Write this new file / ghi vào tệp mới này."})
  private @Nullable Path file;

  /** A file that a command has a name for. */
  static OutputFile of(Path file) {
    OutputFile output = new OutputFile();
    output.file = file;
    return output;
  }

  @Nullable Path file() {
    return file;
  }

  /**
   * Fails before anything is done if the file cannot be written.
   *
   * @throws UsageException if it has content already, or its folder is not there
   */
  void require(Language lang) throws UsageException {
    if (file == null) {
      return;
    }
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw refused(lang.pick("không có thư mục này", "no such folder"));
    }
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        throw refused(
            lang.pick("tệp đã có; hãy chọn tên khác", "the file is there; name another one"));
      }
    } catch (IOException e) {
      throw refused(e.toString());
    }
  }

  void write(String text, PrintWriter out, Language lang) throws UsageException {
    if (file == null) {
      out.print(text);
      return;
    }
    write(text.getBytes(StandardCharsets.UTF_8), lang);
  }

  void write(byte[] bytes, Language lang) throws UsageException {
    if (file == null) {
      throw new IllegalStateException("require() a file first");
    }
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw refused(lang.pick("không ghi được: ", "it cannot be written: ") + e);
    }
  }

  private UsageException refused(String why) {
    return new UsageException(List.of(file + ": " + why));
  }
}
