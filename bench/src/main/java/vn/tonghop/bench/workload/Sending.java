package vn.tonghop.bench.workload;

import java.util.Arrays;
import java.util.Iterator;
import vn.tonghop.domain.report.ProgressReport;

/** In which order documents and their revisions are sent; never ends. */
final class Sending implements Iterator<ProgressReport> {

  private static final int CORRECTIONS_PER_MILLE = 200;
  private static final int STALE_PER_MILLE = 20;

  /** Most corrections follow within weeks; one in ten reaches back up to two years. */
  private static final int RECENT = 4_000;

  static final int YEARS_BACK = 2;

  private static final int OLD_PER_MILLE = 100;

  /** Documents that go round together, where each is sent a given number of times. */
  private static final int BLOCK = 1_000;

  private final Shape shape;
  private final Calendar calendar;
  private final Content content;
  private final Dice dice;
  private byte[] revisions = new byte[RECENT];
  private long sent;
  private long documents;
  private long corrected = -1;

  Sending(Shape shape, Calendar calendar, Content content) {
    this.shape = shape;
    this.calendar = calendar;
    this.content = content;
    this.dice = new Dice(shape.seed() + 1);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public ProgressReport next() {
    return shape.revisions() > 0 ? nextOfBlock() : nextOfMix();
  }

  private ProgressReport nextOfBlock() {
    long round = sent / BLOCK;
    long document = round / shape.revisions() * BLOCK + sent % BLOCK;
    int revision = (int) (round % shape.revisions()) + 1;
    sent++;
    return make(document, revision);
  }

  private ProgressReport nextOfMix() {
    Dice own = dice.of(sent++);
    int kind = own.below(1, 1000);
    if (kind < STALE_PER_MILLE && corrected >= 0) {
      return make(corrected, revisions[(int) corrected] - 1);
    }
    if (kind < STALE_PER_MILLE + CORRECTIONS_PER_MILLE && documents > 0) {
      long document = corrected(own);
      if (revisions[(int) document] < Byte.MAX_VALUE) {
        corrected = document;
        return make(document, ++revisions[(int) document]);
      }
    }
    if (documents == revisions.length) {
      revisions = Arrays.copyOf(revisions, 2 * revisions.length);
    }
    revisions[(int) documents] = 1;
    return make(documents++, 1);
  }

  private long corrected(Dice own) {
    boolean old = own.chance(2, OLD_PER_MILLE);
    long most = old ? YEARS_BACK * calendar.documentsAYear() : RECENT;
    int reach = (int) Math.min(documents, most);
    return documents - 1 - own.below(3, reach);
  }

  private ProgressReport make(long document, int revision) {
    return content.report(document, calendar.due(document), revision);
  }
}
