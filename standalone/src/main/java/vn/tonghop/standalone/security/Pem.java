package vn.tonghop.standalone.security;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as text, the one form that Kafka's clients of all languages read. */
final class Pem {

  private Pem() {}

  static String of(PrivateKey key) throws IOException {
    return text(new JcaPKCS8Generator(key, null).generate());
  }

  static String of(X509CertificateHolder certificate) throws IOException {
    return text(new PemObject("CERTIFICATE", certificate.getEncoded()));
  }

  static String of(X509Certificate certificate) throws IOException {
    try {
      return text(new PemObject("CERTIFICATE", certificate.getEncoded()));
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  /** The private key among what the text holds. */
  static PrivateKey key(String text) throws IOException {
    for (Object each : all(text)) {
      if (each instanceof PrivateKeyInfo key) {
        return new JcaPEMKeyConverter().getPrivateKey(key);
      }
    }
    throw new IOException("no private key (PKCS #8) in it");
  }

  /** The first certificate among what the text holds. */
  static X509CertificateHolder certificate(String text) throws IOException {
    for (Object each : all(text)) {
      if (each instanceof X509CertificateHolder certificate) {
        return certificate;
      }
    }
    throw new IOException("no certificate in it");
  }

  private static List<Object> all(String text) throws IOException {
    List<Object> all = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        all.add(next);
      }
    }
    return all;
  }

  private static String text(PemObject object) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString().replace("\r\n", "\n");
  }
}
