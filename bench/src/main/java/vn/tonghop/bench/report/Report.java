package vn.tonghop.bench.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that was found, in the order in which it was. */
public final class Report {

  private final Map<String, Object> machine;
  private final Map<String, Object> settings;
  private final List<Goal> goals = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Object> raw = new LinkedHashMap<>();

  /**
   * @param machine what it was measured on
   * @param settings what was asked for
   */
  public Report(Map<String, Object> machine, Map<String, Object> settings) {
    this.machine = new LinkedHashMap<>(machine);
    this.settings = new LinkedHashMap<>(settings);
  }

  public void add(Goal goal) {
    goals.add(goal);
  }

  /** A run whose results are not right: the whole report says so, and the exit code is 1. */
  public void wrong(String what) {
    wrong.add(what);
  }

  /** A measurement that was disturbed and is told all the same. */
  public void doubt(String what) {
    doubts.add(what);
  }

  /** How long an experiment took, its preparation included. */
  public void took(String experiment, Duration time) {
    settings.put("seconds of " + experiment, time.toSeconds());
  }

  /** A new section of the details. */
  public Section section(String title) {
    Section section = new Section(title);
    sections.add(section);
    return section;
  }

  /** Raw samples for programs: anything that Jackson writes. */
  public void raw(String name, Object samples) {
    raw.put(name, samples);
  }

  public Map<String, Object> machine() {
    return machine;
  }

  public Map<String, Object> settings() {
    return settings;
  }

  /** Missed ones first, else in the order in which they were added. */
  public List<Goal> goals() {
    List<Goal> sorted = new ArrayList<>(goals);
    sorted.sort((a, b) -> Boolean.compare(a.met(), b.met()));
    return sorted;
  }

  public List<String> wrongs() {
    return List.copyOf(wrong);
  }

  public List<String> doubts() {
    return List.copyOf(doubts);
  }

  public List<Section> sections() {
    return List.copyOf(sections);
  }

  public Map<String, Object> raws() {
    return raw;
  }
}
