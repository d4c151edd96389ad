package vn.tonghop.standalone.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What pages look like, kept for whoever wants to look: {@code target/console}. */
final class Pictures {

  private static final Path FOLDER = Path.of("target", "console");
  private static final int DPI = 80;
  private static final int MOST_SHEETS = 3;

  private Pictures() {}

  /** As on a screen, down to its end. */
  static void screen(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }

  /** As on paper: the document, and its first sheets. */
  static Path print(Page page, String name) {
    Path file = FOLDER.resolve(name + ".pdf");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    sheets(file, name);
    return file;
  }

  /** The first sheets of a document. */
  static void sheets(Path file, String name) {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      Files.createDirectories(FOLDER);
      PDFRenderer renderer = new PDFRenderer(document);
      for (int sheet = 0; sheet < Math.min(MOST_SHEETS, document.getNumberOfPages()); sheet++) {
        ImageIO.write(
            renderer.renderImageWithDPI(sheet, DPI),
            "png",
            FOLDER.resolve(name + "-" + (sheet + 1) + ".png").toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
