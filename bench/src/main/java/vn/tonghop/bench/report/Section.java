package vn.tonghop.bench.report;

import java.util.ArrayList;
import java.util.List;

/** The details of one experiment: what was done, tables, plots. */
public final class Section {

  private final String title;
  private final List<String> text = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();

  Section(String title) {
    this.title = title;
  }

  /** A paragraph: how it was measured, what to keep in mind. */
  public Section say(String paragraph) {
    text.add(paragraph);
    return this;
  }

  public Section add(Table table) {
    tables.add(table);
    return this;
  }

  public Section add(Plot plot) {
    plots.add(plot);
    return this;
  }

  public String title() {
    return title;
  }

  public List<String> text() {
    return List.copyOf(text);
  }

  public List<Table> tables() {
    return List.copyOf(tables);
  }

  public List<Plot> plots() {
    return List.copyOf(plots);
  }
}
