package vn.tonghop.samples;

import java.util.SortedMap;
import vn.tonghop.domain.reference.ReferenceData;

/** The folders of invented reports: content by file name, the same each time. */
public final class SampleFolders {

  private SampleFolders() {}

  /** 63 provinces and cities on CTCT-2024. */
  public static SortedMap<String, String> provinces2024() {
    return Year2024.files(ReferenceData.bundled());
  }

  /** 63, from July on 34, on CTCT-2025. */
  public static SortedMap<String, String> provinces2025() {
    return Year2025.files(ReferenceData.bundled());
  }
}
