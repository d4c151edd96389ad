package vn.tonghop.samples;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The invented files are what the program makes; {@code -Dgolden.rewrite=true} writes them anew.
 */
class SampleFoldersTest {

  @Test
  void theFilesOf2024AreThoseThatTheProgramMakes() throws IOException {
    Folder.of("provinces-2024").check(SampleFolders.provinces2024());
  }

  @Test
  void theFilesOf2025AreThoseThatTheProgramMakes() throws IOException {
    Folder.of("provinces-2025").check(SampleFolders.provinces2025());
  }
}
