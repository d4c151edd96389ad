package vn.tonghop.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Folders as one file, and back; empty folders are kept. */
public final class Folders {

  private Folders() {}

  static void zip(Path folder, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path each : in(folder)) {
        boolean directory = Files.isDirectory(each);
        String name = folder.relativize(each).toString().replace('\\', '/');
        ZipEntry entry = new ZipEntry(directory ? name + "/" : name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        if (!directory) {
          Files.copy(each, zip);
        }
        zip.closeEntry();
      }
    }
  }

  static void unzip(Path file, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path each = folder.resolve(entry.getName()).normalize();
        if (!each.startsWith(folder)) {
          throw new IOException(entry.getName() + " leaves the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(each);
        } else {
          Files.createDirectories(each.getParent());
          Files.copy(zip, each);
        }
      }
    }
  }

  /** Copies it to a place where nothing is. */
  public static void copy(Path folder, Path place) throws IOException {
    Files.createDirectories(place);
    for (Path each : in(folder)) {
      Files.copy(each, place.resolve(folder.relativize(each).toString()));
    }
  }

  public static void delete(Path folder) throws IOException {
    List<Path> all = in(folder);
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
    Files.delete(folder);
  }

  /** All that is in it, a folder before what it holds. */
  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> !each.equals(folder)).sorted(Comparator.naturalOrder()).toList();
    }
  }
}
