package vn.tonghop.standalone.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/** What can be the matter with a folder, in words that say what to do. */
public final class FolderTrouble {

  private FolderTrouble() {}

  /** The folder could not be made or written to. */
  public static StartException unusable(Path folder, IOException failure) {
    Path inTheWay = file(folder);
    if (inTheWay != null) {
      return new StartException(
          new Text(
              inTheWay + " là một tệp, không phải thư mục: hãy chọn thư mục khác bằng --data",
              inTheWay + " is a file and not a folder: choose another folder by --data"),
          failure);
    }
    if (isFull(failure)) {
      return full(folder, failure);
    }
    String why = failure instanceof AccessDeniedException ? "" : " (" + failure.getMessage() + ")";
    return new StartException(
        new Text(
            "không ghi được vào thư mục %s%s: hãy cấp quyền ghi, hoặc chọn thư mục khác bằng --data"
                .formatted(folder, why),
            "the folder %s cannot be written%s: allow writing to it, or choose another by --data"
                .formatted(folder, why)),
        failure);
  }

  /** There is no space left. */
  public static StartException full(Path folder, @Nullable Throwable failure) {
    return new StartException(fullText(folder), failure);
  }

  /** What to say when there is no space left. */
  public static Text fullText(Path folder) {
    return new Text(
        "ổ đĩa chứa thư mục %s đã đầy: hãy giải phóng chỗ trống rồi chạy lại; không mất gì đã được xác nhận"
            .formatted(folder),
        "the disk that holds the folder %s is full: free some space and start again; nothing that was acknowledged is lost"
            .formatted(folder));
  }

  /** What stands in the folder is not what was written there. */
  public static StartException damaged(Path place, String what, @Nullable Throwable failure) {
    return new StartException(
        new Text(
            "thư mục dữ liệu bị hỏng: %s (%s). Chương trình không bắt đầu lại từ trống: hãy khôi phục thư mục từ bản sao lưu, hoặc chọn thư mục mới bằng --data"
                .formatted(place, what),
            "the data folder is damaged: %s (%s). The program does not begin anew on it: restore the folder from a copy, or choose a new one by --data"
                .formatted(place, what)),
        failure);
  }

  /** Whether the failure, or one of its causes, is that of a full disk. */
  public static boolean isFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null
          && (message.contains("No space left on device")
              || message.contains("Disk quota exceeded"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Path file(Path folder) {
    for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        return Files.isDirectory(each) ? null : each;
      }
    }
    return null;
  }
}
