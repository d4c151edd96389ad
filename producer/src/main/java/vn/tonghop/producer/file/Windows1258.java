package vn.tonghop.producer.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese as Windows wrote it before Unicode: tone marks are characters of their own. Any bytes
 * can be read so, most of them to nonsense; only what reads as Vietnamese is taken.
 */
final class Windows1258 {

  private static final Charset CHARSET = Charset.forName("windows-1258");
  private static final String VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final String OTHERS = "đĐăâêôơưĂÂÊÔƠƯ“”‘’‚„–—…•·«»°±²³½¼¾×÷§©®™€₫\u00A0";
  private static final BitSet VIETNAMESE = vietnamese();

  private Windows1258() {}

  /** The text with its tone marks composed, or null if the bytes are none. */
  static @Nullable String read(byte[] bytes) {
    String text;
    try {
      text = CHARSET.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.chars().allMatch(c -> c < 0x80 || VIETNAMESE.get(c)) ? composed : null;
  }

  private static BitSet vietnamese() {
    BitSet letters = new BitSet();
    OTHERS.chars().forEach(letters::set);
    VOWELS
        .chars()
        .forEach(
            vowel ->
                TONES
                    .chars()
                    .mapToObj(tone -> "" + (char) vowel + (char) tone)
                    .map(parts -> Normalizer.normalize(parts, Normalizer.Form.NFC))
                    .forEach(letter -> letter.chars().forEach(letters::set)));
    TONES.chars().forEach(letters::clear);
    return letters;
  }
}
