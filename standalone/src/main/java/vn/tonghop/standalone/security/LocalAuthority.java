package vn.tonghop.standalone.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.StartException;

/**
 * A certificate authority of one data folder. Bouncy Castle writes the certificates: the JDK cannot
 * without its internal classes, {@code keytool} would be a process for each with the password on
 * its command line, and ASN.1 by hand is how such things go wrong.
 */
public final class LocalAuthority {

  static final String CERTIFICATE = "ca.pem";
  static final String KEY = "ca-key.pem";

  /** Whoever was handed its certificate trusts it for that long; nobody renews it in between. */
  private static final Duration OWN_LIFE = Duration.ofDays(20 * 365);

  private static final Duration LIFE = Duration.ofDays(397);

  /** Renewed at a start from then on, so that an `up` of a few months never meets the end. */
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(132);

  /** Clocks of clients may be slow. */
  private static final Duration BACK = Duration.ofDays(1);

  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;

  private final Path folder;
  private final Instant now;
  private final KeyPair keys;
  private final X509CertificateHolder certificate;

  private LocalAuthority(
      Path folder, Instant now, KeyPair keys, X509CertificateHolder certificate) {
    this.folder = folder;
    this.now = now;
    this.keys = keys;
    this.certificate = certificate;
  }

  /** Whether the folder has one. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(KEY));
  }

  /** The folder's, which is made if there is none. Throws StartException when it has run out. */
  public static LocalAuthority open(Path folder, Instant now)
      throws IOException, GeneralSecurityException {
    if (!isIn(folder)) {
      make(folder, now);
    }
    X509CertificateHolder certificate =
        Pem.certificate(Files.readString(folder.resolve(CERTIFICATE)));
    KeyPair keys =
        new KeyPair(
            new org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter()
                .getPublicKey(certificate.getSubjectPublicKeyInfo()),
            Pem.key(Files.readString(folder.resolve(KEY))));
    if (!certificate.getNotAfter().toInstant().isAfter(now.plus(LIFE))) {
      throw new StartException(
          new Text(
              "chứng thư gốc %s sắp hết hạn: hãy xóa %s và %s, chạy lại, rồi cấp lại tệp cấu hình cho các đơn vị"
                  .formatted(folder.resolve(CERTIFICATE), KEY, CERTIFICATE),
              "the authority %s is near its end: delete %s and %s, start again, and hand out settings anew"
                  .formatted(folder.resolve(CERTIFICATE), KEY, CERTIFICATE)));
    }
    return new LocalAuthority(folder, now, keys, certificate);
  }

  /** What clients trust. */
  public String certificatePem() throws IOException {
    return Pem.of(certificate);
  }

  Path certificateFile() {
    return folder.resolve(CERTIFICATE);
  }

  /**
   * The file with a server's key and chain, made anew when it is missing, will run out, names other
   * hosts or was signed by another authority.
   */
  Path server(List<String> hosts) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("broker.pem");
    if (!Files.exists(file) || !isGood(Pem.certificate(Files.readString(file)), names(hosts))) {
      Issued issued = named(hosts.get(0), hosts, KeyPurposeId.id_kp_serverAuth);
      OwnerOnly.write(file, issued.key() + issued.chain());
    }
    return file;
  }

  /**
   * For one of several brokers, which comes to the others as a client, too.
   *
   * @param name its principal
   * @param hosts by which clients and the others reach it
   */
  public Issued node(String name, List<String> hosts) throws IOException, GeneralSecurityException {
    return named(name, hosts, KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
  }

  /**
   * For what browsers come to; nobody is anybody by it.
   *
   * @param hosts by which they reach it
   */
  public Issued site(String name, List<String> hosts) throws IOException, GeneralSecurityException {
    return named(name, hosts, KeyPurposeId.id_kp_serverAuth);
  }

  private Issued named(String name, List<String> hosts, KeyPurposeId... purposes)
      throws IOException, GeneralSecurityException {
    KeyPair own = newKeys();
    X509v3CertificateBuilder builder = builder("CN=" + name, own, LIFE);
    builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
    return issue(own, builder, purposes);
  }

  /** A certificate by which a client is the principal of that name. */
  public Issued client(String principal) throws IOException, GeneralSecurityException {
    KeyPair own = newKeys();
    return issue(own, builder("CN=" + principal, own, LIFE), KeyPurposeId.id_kp_clientAuth);
  }

  /**
   * A key and its certificates, as PEM.
   *
   * @param chain the certificate, then the authority's
   */
  public record Issued(String key, String chain, Instant until) {

    /** The same as PKCS#12. */
    byte[] pkcs12(String password) throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))
              .toArray(Certificate[]::new);
      store.setKeyEntry("own", Pem.key(key), password.toCharArray(), certificates);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password.toCharArray());
      return bytes.toByteArray();
    }
  }

  private boolean isGood(X509CertificateHolder server, GeneralNames names) {
    Extension named = server.getExtension(Extension.subjectAlternativeName);
    return server.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END))
        && server.getIssuer().equals(certificate.getSubject())
        && named != null
        && GeneralNames.getInstance(named.getParsedValue()).equals(names);
  }

  private static GeneralNames names(List<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(
                host ->
                    new GeneralName(
                        host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
                        host))
            .toArray(GeneralName[]::new));
  }

  private static void make(Path folder, Instant now) throws IOException, GeneralSecurityException {
    OwnerOnly.folder(folder);
    KeyPair keys = newKeys();
    // A name of its own: a second authority must not be taken for the first.
    X500Name name = new X500Name("CN=Tong Hop " + serial().toString(36));
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            serial(),
            Date.from(now.minus(BACK)),
            Date.from(now.plus(OWN_LIFE)),
            name,
            keys.getPublic());
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .addExtension(
            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    OwnerOnly.write(folder.resolve(CERTIFICATE), Pem.of(sign(builder, keys)));
    // Last: what says that the folder has an authority.
    OwnerOnly.write(folder.resolve(KEY), Pem.of(keys.getPrivate()));
  }

  private X509v3CertificateBuilder builder(String name, KeyPair own, Duration life) {
    return new JcaX509v3CertificateBuilder(
        certificate.getSubject(),
        serial(),
        Date.from(now.minus(BACK)),
        Date.from(now.plus(life)),
        new X500Name(name),
        own.getPublic());
  }

  private Issued issue(KeyPair own, X509v3CertificateBuilder builder, KeyPurposeId... purposes)
      throws IOException, GeneralSecurityException {
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(keys.getPublic()));
    X509CertificateHolder signed = sign(builder, keys);
    return new Issued(
        Pem.of(own.getPrivate()),
        Pem.of(signed) + Pem.of(certificate),
        signed.getNotAfter().toInstant());
  }

  private static X509CertificateHolder sign(X509v3CertificateBuilder builder, KeyPair authority)
      throws GeneralSecurityException {
    try {
      return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(authority.getPrivate()));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
  }
}
