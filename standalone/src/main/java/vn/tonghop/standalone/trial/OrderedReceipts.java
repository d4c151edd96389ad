package vn.tonghop.standalone.trial;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.serde.AvroBinary;

/**
 * Reports in the order sent, and their receipts in the order in which they come, which is another.
 * Receipts stand in a file; a report takes a dozen bytes of heap, so that a million fit.
 */
final class OrderedReceipts implements AutoCloseable {

  private static final AvroBinary<vn.tonghop.Receipt> RECEIPTS =
      AvroBinary.of(vn.tonghop.Receipt.class);
  private static final String TOPIC = "receipts of a trial";
  private static final long OPEN = -1;
  private static final int FIRST_LENGTH = 1_024;

  private final FileChannel channel;
  private final DataOutputStream out;
  private final Map<String, int[]> placesByOffset = new HashMap<>();
  private long[] positions = new long[FIRST_LENGTH];
  private long end;
  private int size;
  private int open;

  /**
   * @param file to be made; whoever has the folder deletes it
   */
  OrderedReceipts(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /**
   * One more report is to be sent.
   *
   * @return its place in the order, from 0
   */
  synchronized int add() {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, 2 * size);
    }
    positions[size] = OPEN;
    open++;
    return size++;
  }

  /** The broker has a report. */
  synchronized void arrived(int place, SourceRecord record) {
    int offset = Math.toIntExact(record.offset());
    int[] places = placesByOffset.computeIfAbsent(record.topic(), any -> new int[FIRST_LENGTH]);
    if (offset >= places.length) {
      places = Arrays.copyOf(places, Math.max(offset + 1, 2 * places.length));
      placesByOffset.put(record.topic(), places);
    }
    places[offset] = place;
  }

  /** Takes the receipt of a report that has arrived. */
  synchronized void answered(Receipt receipt) {
    SourceRecord record = Objects.requireNonNull(receipt.source());
    int @Nullable [] places = placesByOffset.get(record.topic());
    if (places == null || record.offset() >= places.length) {
      throw new IllegalStateException("a receipt of what was not sent: " + record);
    }
    answered(places[(int) record.offset()], receipt);
  }

  /** Takes the receipt of a report, whether it was sent or not. */
  synchronized void answered(int place, Receipt receipt) {
    byte[] bytes = RECEIPTS.serializer().serialize(TOPIC, ReceiptMapping.toAvro(receipt));
    try {
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open -= positions[place] == OPEN ? 1 : 0;
    positions[place] = end;
    end += Integer.BYTES + bytes.length;
  }

  /** How many have no receipt yet. */
  synchronized int open() {
    return open;
  }

  /** Tells all receipts in the order in which their reports were sent. */
  synchronized void tell(Consumer<Receipt> answers) throws IOException {
    out.flush();
    for (int place = 0; place < size; place++) {
      int length = read(positions[place], Integer.BYTES).getInt();
      byte[] bytes = read(positions[place] + Integer.BYTES, length).array();
      answers.accept(ReceiptMapping.fromAvro(RECEIPTS.deserializer().deserialize(TOPIC, bytes)));
    }
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the receipts end at " + position);
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    out.close();
    channel.close();
  }
}
