package vn.tonghop.standalone.system;

import java.nio.file.Path;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.StartException;

/** The folder's reports were judged under another regime than the one asked for. */
public final class OtherRegimeException extends StartException {
  private static final long serialVersionUID = 1L;

  OtherRegimeException(Path folder, String was, String asked) {
    super(
        new Text(
            "dữ liệu trong thư mục %s theo chế độ kỳ báo cáo %s, không phải %s: hãy chạy với --regime %s, hoặc chọn thư mục khác bằng --data"
                .formatted(folder, was, asked, was),
            "the folder %s was filled under the regime %s and not %s: start with --regime %s, or choose another folder by --data"
                .formatted(folder, was, asked, was)));
  }
}
