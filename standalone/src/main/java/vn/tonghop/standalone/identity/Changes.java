package vn.tonghop.standalone.identity;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.producer.text.Text;

/** What is to be done, in order: first told to the trace, then done. */
final class Changes {

  private final String action;
  private final String principal;
  private final List<Change> all = new ArrayList<>();

  Changes(String action, String principal) {
    this.action = action;
    this.principal = principal;
  }

  void add(Text what, Act act) {
    all.add(new Change(what, act));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  String action() {
    return action;
  }

  String principal() {
    return principal;
  }

  List<Text> words() {
    return all.stream().map(Change::what).toList();
  }

  /** Does all of it, and says what that was. */
  List<Text> perform() throws InterruptedException {
    for (Change change : all) {
      change.act().perform();
    }
    return words();
  }

  /** One thing to do. */
  interface Act {
    void perform() throws InterruptedException;
  }

  private record Change(Text what, Act act) {}
}
