package vn.tonghop.console.drill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.reference.CatalogueEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskStatus;

/** Words of reports and receipts in one language. */
final class Terms {

  private final Language language;
  private final ReferenceData reference;
  private final Figures figures;

  Terms(Language language, ReferenceData reference) {
    this.language = language;
    this.reference = reference;
    this.figures = new Figures(language);
  }

  String status(TaskStatus status) {
    return switch (status) {
      case NOT_STARTED -> language.pick("Chưa thực hiện", "Not started");
      case IN_PROGRESS -> language.pick("Đang thực hiện", "In progress");
      case COMPLETED -> language.pick("Hoàn thành", "Completed");
      case CANCELLED -> language.pick("Hủy", "Cancelled");
    };
  }

  String kind(ReportKind kind) {
    return switch (kind) {
      case SUBMIT -> language.pick("báo cáo", "report");
      case WITHDRAW -> language.pick("rút báo cáo", "withdrawal");
    };
  }

  String outcome(Outcome outcome) {
    return switch (outcome) {
      case REJECTED -> language.pick("Không nhận", "Rejected");
      case TESTED -> language.pick("Đã kiểm tra thử", "Tested");
      case ACCEPTED -> language.pick("Đã nhận", "Accepted");
      case ACCEPTED_WITH_WARNINGS ->
          language.pick("Đã nhận, có cảnh báo", "Accepted with warnings");
      case DUPLICATE -> language.pick("Trùng, bỏ qua", "Duplicate, nothing changes");
      case CONFLICT -> language.pick("Khác nội dung cùng lần", "Conflict");
      case STALE -> language.pick("Cũ hơn, bỏ qua", "Stale, nothing changes");
    };
  }

  String field(Difference.Field field) {
    return switch (field) {
      case KIND -> language.pick("Loại báo cáo", "Kind");
      case AS_OF -> language.pick("Ngày chốt số liệu", "Figures as at");
      case NIL -> language.pick("Không phát sinh", "Nothing to report");
      case TITLE -> language.pick("Tên nhiệm vụ", "Title");
      case ASSIGNED_BY -> language.pick("Cấp giao", "Assigned by");
      case FIELD -> language.pick("Lĩnh vực", "Field");
      case STATUS -> language.pick("Tình trạng", "Status");
      case DUE_ON -> language.pick("Hạn hoàn thành", "Due");
      case COMPLETED_ON -> language.pick("Ngày hoàn thành", "Completed on");
      case PERCENT -> language.pick("Khối lượng (%)", "Done (%)");
      case NOTE -> language.pick("Ghi chú", "Notes");
      case VALUE -> language.pick("Giá trị", "Value");
    };
  }

  /** A field's value as a reader sees it; a dash where there is none. */
  String value(Difference.Field field, @Nullable Object value) {
    if (value == null) {
      return Figures.NONE;
    }
    if (value instanceof LocalDate date) {
      return figures.date(date);
    }
    if (value instanceof BigDecimal number) {
      return figures.value(number);
    }
    if (value instanceof Integer number) {
      return figures.count(number);
    }
    if (value instanceof Boolean flag) {
      return flag ? language.pick("có", "yes") : language.pick("không", "no");
    }
    if (value instanceof TaskStatus status) {
      return status(status);
    }
    if (value instanceof ReportKind kind) {
      return kind(kind);
    }
    String text = value.toString();
    return switch (field) {
      case ASSIGNED_BY -> authority(text);
      case FIELD -> fieldOfWork(text);
      default -> text;
    };
  }

  String authority(String code) {
    return name(reference.authority(code), code);
  }

  String fieldOfWork(String code) {
    return name(reference.field(code), code);
  }

  String indicator(String code) {
    return reference
        .indicator(code)
        .map(indicator -> language.pick(indicator.nameVi(), indicator.nameEn()))
        .orElseGet(() -> LongText.of(code).start());
  }

  /** Where a record stands: topic, partition and offset. */
  static String coordinates(SourceRecord source) {
    return source.topic() + "-" + source.partition() + "@" + source.offset();
  }

  private String name(Optional<CatalogueEntry> entry, String code) {
    return entry
        .map(each -> language.pick(each.nameVi(), each.nameEn()))
        .orElseGet(() -> LongText.of(code).start());
  }
}
