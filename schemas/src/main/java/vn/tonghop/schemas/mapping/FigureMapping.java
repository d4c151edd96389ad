package vn.tonghop.schemas.mapping;

import java.util.List;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;

/** What the records of standings and of national tables have in common. */
final class FigureMapping {

  private FigureMapping() {}

  static vn.tonghop.Measures measures(Measures measures) {
    return new vn.tonghop.Measures(
        measures.assigned(),
        measures.completedOnTime(),
        measures.completedLate(),
        measures.openOnTrack(),
        measures.openOverdue(),
        measures.completedInPeriod(),
        measures.percentSum());
  }

  static Measures measures(vn.tonghop.Measures stored) {
    return new Measures(
        stored.getAssigned(),
        stored.getCompletedOnTime(),
        stored.getCompletedLate(),
        stored.getOpenOnTrack(),
        stored.getOpenOverdue(),
        stored.getCompletedInPeriod(),
        stored.getPercentSum());
  }

  static List<vn.tonghop.IndicatorFigure> toAvro(List<IndicatorFigure> figures) {
    return figures.stream()
        .map(
            figure ->
                new vn.tonghop.IndicatorFigure(
                    figure.code(),
                    figure.kind().name(),
                    figure.value(),
                    figure.partial(),
                    figure.carried()))
        .toList();
  }

  static List<IndicatorFigure> fromAvro(List<vn.tonghop.IndicatorFigure> stored) {
    return stored.stream()
        .map(
            figure ->
                new IndicatorFigure(
                    figure.getCode().toString(),
                    IndicatorKind.valueOf(figure.getKind().toString()),
                    figure.getValue(),
                    figure.getPartial(),
                    figure.getCarried()))
        .toList();
  }

  static vn.tonghop.ClosingReport closing(ClosingReport closing) {
    SourceRecord source = closing.source();
    return new vn.tonghop.ClosingReport(
        closing.period().label(),
        closing.revision(),
        closing.asOf(),
        source.topic(),
        source.partition(),
        source.offset());
  }

  static ClosingReport closing(Regime regime, vn.tonghop.ClosingReport stored) {
    return new ClosingReport(
        AvroValues.period(regime, stored.getPeriod()),
        stored.getRevision(),
        stored.getAsOf(),
        new SourceRecord(stored.getTopic().toString(), stored.getPartition(), stored.getOffset()));
  }
}
