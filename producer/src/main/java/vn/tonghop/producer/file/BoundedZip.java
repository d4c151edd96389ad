package vn.tonghop.producer.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/** A zip that gives no more bytes than it is allowed to, whatever it claims its sizes to be. */
final class BoundedZip implements ZipEntrySource {

  private static final int MAX_ENTRIES = 2_000;

  /** Bytes without a {@code <}: no cell's text and no tag is as long; parsers keep them whole. */
  private static final int MAX_RUN = 1024 * 1024;

  private final ZipFile zip;
  private long left;
  private boolean exceeded;
  private boolean closed;

  /**
   * Opens it.
   *
   * @param allowed bytes unpacked, in all
   * @throws IOException if it is no zip
   */
  BoundedZip(byte[] bytes, long allowed) throws IOException {
    left = allowed;
    zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
    exceeded = Collections.list(zip.getEntries()).size() > MAX_ENTRIES;
  }

  /** Whether it had more than it was allowed to give. */
  boolean exceeded() {
    return exceeded;
  }

  /** Allows so many bytes from now on. */
  void allow(long bytes) {
    left = bytes;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return exceeded ? Collections.emptyEnumeration() : zip.getEntries();
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return exceeded ? null : zip.getEntry(path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return new Counted(zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  private final class Counted extends FilterInputStream {

    private int run;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        run = buffer[i] == '<' ? 0 : run + 1;
        if (run > MAX_RUN) {
          throw exceed();
        }
      }
      left -= Math.max(0, read);
      if (left < 0) {
        throw exceed();
      }
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      return readNBytes((int) Math.min(bytes, MAX_RUN)).length;
    }

    private IOException exceed() {
      exceeded = true;
      return new IOException("more than is allowed");
    }
  }
}
