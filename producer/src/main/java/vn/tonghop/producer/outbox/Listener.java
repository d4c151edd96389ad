package vn.tonghop.producer.outbox;

import java.time.Duration;
import vn.tonghop.producer.PublishException;

/** Who hears of what an outbox does. */
public interface Listener {

  /** A report has its answer, which is on disk. */
  void answered(String place, Answer answer);

  /** Broker or registry cannot be used: nothing is lost, and it is tried again. */
  void away(PublishException why);

  /** The broker has not acknowledged what was sent for so long. */
  void silent(Duration since);

  /** It goes on after {@link #away} or {@link #silent}. */
  void back();

  /**
   * Something could not be read, and was put aside.
   *
   * @param what an entry, or a file of the watched folder
   */
  void damaged(String what, String why);

  /** A file of the watched folder is queued, with so many reports. */
  void taken(String file, int reports);

  /** A file of the watched folder stays where it is, since its ending names no format. */
  void leftAlone(String file);
}
