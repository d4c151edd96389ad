package vn.tonghop.producer.file;

import java.nio.file.Path;

/** What whoever sends a file should know of how it was read, though nothing is wrong with it. */
public record Notice(Path file, String vi, String en) {}
