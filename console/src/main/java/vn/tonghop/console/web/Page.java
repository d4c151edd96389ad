package vn.tonghop.console.web;

import java.util.List;
import vn.tonghop.domain.format.Language;

/**
 * What the layout of a page needs: {@code @template.layout.main(page = page, content = @`…`)}.
 *
 * @param title in the page's language
 * @param path with its query and without its language: {@code /tables/CTCT-2024/2024-S1}
 * @param samples whether the figures are samples, which every page must say
 * @param scripts names of assets that the page needs beside the common ones, in order
 */
public record Page(
    Language language,
    String title,
    String path,
    Visitor visitor,
    boolean samples,
    List<String> scripts) {

  public Page {
    scripts = List.copyOf(scripts);
  }

  /** One of two texts that say the same. */
  public String pick(String vi, String en) {
    return language.pick(vi, en);
  }

  /** Where a page is in this language; its path begins with a slash. */
  public String to(String other) {
    return "/" + language.tag() + other;
  }

  /** This page in the other language. */
  public String translated() {
    return "/" + other().tag() + path;
  }

  public Language other() {
    return language == Language.VI ? Language.EN : Language.VI;
  }

  /** Where an asset is served under a name that changes with its content. */
  public String asset(String name) {
    return Assets.address(name);
  }
}
