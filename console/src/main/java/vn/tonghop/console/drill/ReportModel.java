package vn.tonghop.console.drill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one report record shows.
 *
 * @param facts what the report says of itself and where it stands
 * @param counted the figure whose tasks are shown; null: all tasks
 * @param tasks in the order of the report
 * @param unreadable whether its bytes are no report
 * @param receipt null if none was found
 * @param unanswered says why there is no receipt; empty where there is one
 * @param revisionsPath empty where nothing is held under the report's key
 */
public record ReportModel(
    String title,
    List<Fact> facts,
    boolean unreadable,
    @Nullable Counted counted,
    List<Task> tasks,
    List<Fact> indicators,
    @Nullable ReceiptModel receipt,
    String unanswered,
    String speaks,
    String revisionsPath,
    String movesPath) {

  public ReportModel {
    facts = List.copyOf(facts);
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
  }

  /**
   * Something with its name.
   *
   * @param code whether it is to be read letter by letter
   */
  public record Fact(String name, String value, boolean code) {}

  /**
   * The figure whose tasks are shown.
   *
   * @param proof says whether the tasks add up to the unit's part in it
   * @param allPath the same report with all its tasks
   */
  public record Counted(
      String figure, String path, String value, boolean proven, String proof, String allPath) {}

  /**
   * One task.
   *
   * @param overdue whether it is open and its deadline has passed
   * @param countedIn names of the counts that it is in
   */
  public record Task(
      LongText code,
      LongText title,
      String field,
      String assignedBy,
      String status,
      boolean overdue,
      String dueOn,
      String completedOn,
      String percent,
      LongText note,
      List<String> countedIn) {

    public Task {
      countedIn = List.copyOf(countedIn);
    }
  }
}
