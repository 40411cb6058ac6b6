package dev.baton.notification.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail goes under TLS to the server that is meant, or not at all. */
class SmtpTlsIT {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static GreenMail encrypted;
  private static GreenMail open;

  @BeforeAll
  static void certify() throws Exception {
    Path keys = folder.resolve("server.p12");
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=mail.baton.example",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD));
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    encrypted = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    encrypted.start();
    open = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    open.start();
  }

  @AfterAll
  static void close() {
    encrypted.stop();
    open.stop();
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @BeforeEach
  void empty() throws Exception {
    encrypted.purgeEmailFromAllMailboxes();
    open.purgeEmailFromAllMailboxes();
  }

  @Test
  void aServerWhoseCertificateIsTrustedTakesIt() throws Exception {
    assertThat(send("127.0.0.1", encrypted.getSmtps().getPort(), "ssl", true)).contains("TAKEN");
    assertThat(encrypted.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
    assertThat(send("127.0.0.1", encrypted.getSmtps().getPort(), "ssl", false))
        .contains("unable to find valid certification path");
    assertThat(encrypted.getReceivedMessages()).isEmpty();
  }

  @Test
  void aTrustedCertificateOfAnotherNameGetsNothing() throws Exception {
    assertThat(send("localhost", encrypted.getSmtps().getPort(), "ssl", true))
        .contains("REFUSED")
        .contains("localhost");
    assertThat(encrypted.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithoutStarttlsGetsNothingInTheOpen() throws Exception {
    assertThat(send("127.0.0.1", open.getSmtp().getPort(), "starttls", true))
        .contains("STARTTLS is required but host does not support STARTTLS");
    assertThat(open.getReceivedMessages()).isEmpty();
  }

  private static String send(String host, int port, String tls, boolean isTrusted)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (isTrusted) {
      command.add("-Djavax.net.ssl.trustStore=" + folder.resolve("server.p12"));
      command.add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            OneMail.class.getName(),
            host,
            String.valueOf(port),
            tls));
    return run(command);
  }

  private static void keytool(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
