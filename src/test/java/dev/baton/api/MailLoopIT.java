package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ReportIncident;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two desks that are each other's clients, and robots that answer everything, on one mail server.
 * They read and answer until nobody has anything left to say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailLoopIT {

  private static final String A = "desk@a.example";
  private static final String B = "desk@b.example";

  /** Says that it is a machine. */
  private static final String ROBOT = "away@robot.example";

  /** Says nothing of the kind, and begins a new thread each time. */
  private static final String CARELESS = "careless@robot.example";

  private static final int CAP = 5;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final GreenMail post =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final TestDatabase.Schema schemaOfA = TestDatabase.deskSchema();
  private final TestDatabase.Schema schemaOfB = TestDatabase.deskSchema();
  private final AtomicInteger answers = new AtomicInteger();
  private Node a;
  private Node b;

  @BeforeAll
  void open() {
    post.start();
    List.of(A, B, ROBOT, CARELESS).forEach(box -> post.setUser(box, box, "word"));
    a = start(schemaOfA, A);
    b = start(schemaOfB, B);
    clientOf(a, B, ROBOT, CARELESS);
    clientOf(b, A);
  }

  @AfterAll
  void close() {
    List.of(a, b).forEach(Node::close);
    post.stop();
    schemaOfA.drop();
    schemaOfB.drop();
  }

  @Test
  void twoDesksAndAnAbsenceRobotExchangeAtMostOneAutomaticMailEachWay() {
    report(a, B);
    report(b, A);
    report(a, ROBOT);

    talkUntilAllIsSaid(ROBOT);

    for (String[] way : new String[][] {{A, B}, {B, A}, {A, ROBOT}, {ROBOT, A}}) {
      assertThat(sent(way[0], way[1])).as("%s to %s", way[0], way[1]).isEqualTo(1);
    }
  }

  @Test
  void aRobotThatHidesIsStoppedByTheCapAndTheDeskIsTold() {
    report(a, CARELESS);

    talkUntilAllIsSaid(CARELESS);

    assertThat(sent(A, CARELESS)).isBetween(1L, (long) CAP);
    assertThat(
            count(
                a,
                "select count(*) from notification where address = '"
                    + CARELESS
                    + "' and status = 'SUPPRESSED'"))
        .isPositive();
  }

  private void talkUntilAllIsSaid(String robot) {
    await(
        "all said",
        () -> {
          boolean silent = answerAll(robot) == 0;
          return silent && isAtRest(a) && isAtRest(b) && answerAll(robot) == 0;
        });
  }

  /** Nothing unread, nothing to send, no step of a flow on its way. */
  private boolean isAtRest(Node node) {
    String box = node == a ? A : B;
    return count(node, "select count(*) from incoming_mail where state = 'DONE'") == inBox(box)
        && count(node, "select count(*) from notification where status = 'QUEUED'") == 0
        && count(node, "select count(*) from ACT_RU_JOB where TYPE_ = 'message'") == 0;
  }

  private long inBox(String box) {
    return received().stream().filter(mail -> isTo(mail, box)).count();
  }

  /** The robot answers all that it has not answered; returns how much that was. */
  private int answerAll(String robot) {
    try {
      Session session = Session.getInstance(new Properties());
      Store store = session.getStore("imap");
      store.connect("127.0.0.1", post.getImap().getPort(), robot, "word");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      int answered = 0;
      for (Message mail : inbox.getMessages()) {
        if (!mail.isSet(jakarta.mail.Flags.Flag.ANSWERED)) {
          answer(robot, mail);
          mail.setFlag(jakarta.mail.Flags.Flag.ANSWERED, true);
          answered++;
        }
      }
      inbox.close(false);
      store.close();
      return answered;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(String robot, Message mail) throws MessagingException {
    Properties smtp = new Properties();
    smtp.put("mail.smtp.host", "127.0.0.1");
    smtp.put("mail.smtp.port", String.valueOf(post.getSmtp().getPort()));
    MimeMessage answer = new MimeMessage(Session.getInstance(smtp));
    answer.setFrom(new InternetAddress(robot));
    answer.setRecipients(Message.RecipientType.TO, mail.getFrom());
    if (robot.equals(ROBOT)) {
      answer.setSubject("Automatic reply: " + mail.getSubject());
      answer.setHeader("Auto-Submitted", "auto-replied");
      answer.setHeader("In-Reply-To", mail.getHeader("Message-ID")[0]);
    } else {
      answer.setSubject("Thank you for your mail, number " + answers.incrementAndGet());
    }
    answer.setText("I am not here. Your mail was not read.");
    Transport.send(answer);
  }

  private long sent(String from, String to) {
    return received().stream().filter(mail -> isTo(mail, to) && isFrom(mail, from)).count();
  }

  private List<MimeMessage> received() {
    return Arrays.asList(post.getReceivedMessages());
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isFrom(MimeMessage mail, String address) {
    try {
      return Arrays.toString(mail.getFrom()).contains(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Node start(TestDatabase.Schema schema, String address) {
    return Node.start(
        schema,
        true,
        "--baton.mail.address=" + address,
        "--baton.mail.smtp.host=127.0.0.1",
        "--baton.mail.smtp.port=" + post.getSmtp().getPort(),
        "--baton.mail.smtp.tls=none",
        "--baton.notification.per-address=" + CAP,
        "--baton.mail.trust=SERVER",
        "--baton.mail.boxes[0].name=" + address,
        "--baton.mail.boxes[0].host=127.0.0.1",
        "--baton.mail.boxes[0].port=" + post.getImap().getPort(),
        "--baton.mail.boxes[0].user=" + address,
        "--baton.mail.boxes[0].password=word",
        "--baton.mail.boxes[0].tls=none",
        "--baton.mail.boxes[0].poll=1s");
  }

  private static void clientOf(Node node, String... people) {
    node.desk();
    ClientDirectory clients = node.bean(ClientDirectory.class);
    long partner =
        clients
            .register(
                new ClientView(
                    0, "partner", "Partner", Tier.SILVER, ZoneOffset.UTC, Locale.ENGLISH, 5, 2, 1))
            .id();
    for (String email : people) {
      clients.register(new RequesterView(0, partner, email, email, null, false, null));
    }
  }

  private static void report(Node node, String email) {
    node.bean(ReportIncident.class)
        .report(
            new IncidentReport(
                "partner",
                email,
                email,
                null,
                Channel.PHONE,
                "The line is down",
                "Since noon.",
                Level.MEDIUM,
                Level.MEDIUM,
                null,
                null,
                null,
                null));
  }

  private static long count(Node node, String sql) {
    return node.bean(JdbcTemplate.class).queryForObject(sql, Long.class);
  }

  private static void await(String what, BooleanSupplier reached) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }
}
