package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty form to a corrected report, without touching a code or a number. */
class FormTest {

  @Test
  void aFormIsFilledInSubmittedCorrectedAndSubmittedAgain(@TempDir Path folder) throws IOException {
    try (RunningUp up = RunningUp.start(folder.resolve("data"), "calendar")) {
      Path form = folder.resolve("form.xlsx");
      up.run("template", "40", "CTCT-2024", "2024-Q1", "--out", form.toString()).expecting(0);
      FilledForm.fill(form, 60);
      says(up.run("submit", "--wait", form.toString()).expecting(0), "as revision 1, the first");
      FilledForm.fill(form, 80);
      says(up.run("submit", "--wait", form.toString()).expecting(0), "2, replaces revision 1 of ");
      Path next = folder.resolve("next.xlsx");
      up.run("template", "40", "CTCT-2024", "2024-Q2", "--out", next.toString()).expecting(0);
      says(up.run("submit", "--wait", next.toString()).expecting(0), "as revision 1, the first");
      Path current = folder.resolve("current.xlsx");
      up.run("current", "40", "CTCT-2024", "2024-Q2", "--out", current.toString()).expecting(0);
      says(up.run("submit", "--wait", current.toString()).expecting(0), "DUPLICATE of revision 1");
      FilledForm.fill(current, 200);
      Invocation wrong = up.run("submit", "--wait", current.toString()).expecting(1);
      assertTrue(wrong.out().contains("tasks!M5"), wrong::out);
      says(wrong, "E10");
    }
  }

  private static void says(Invocation run, String part) {
    // Lines are wrapped at the terminal's width.
    assertTrue(run.out().replaceAll("\n +", " ").contains(part), () -> part + "\nnot in\n" + run);
  }
}
