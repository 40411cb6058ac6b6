package dev.baton.signin;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.EngineClock;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.support.BatonTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A desk behind a proxy, at whose door each test stands with new people from new addresses. */
@BatonTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class SignInDesk {

  static final String PASSWORD = "Only-4-tests!";
  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired StaffDirectory staff;
  @Autowired ClientDirectory clients;
  @Autowired SignIns signIns;
  @Autowired EngineClock clock;
  @LocalServerPort int port;

  private final Map<String, Role> made = new HashMap<>();

  @BeforeEach
  void openTheDesk() {
    if (staff.team("service-desk").isEmpty()) {
      staff.register(new TeamView("service-desk", "Service desk"));
    }
  }

  @AfterEach
  void letTimeGoOnAndEverybodyGo() {
    clock.reset();
    made.forEach((login, role) -> keep(login, role, null, false));
    made.clear();
  }

  void wait(Duration time) {
    clock.travelTo(clock.instant().plus(time));
  }

  /** What the app on the phone shows after so many half minutes. */
  String code(String secret, int later) {
    return Totp.code(bytes(secret), Totp.stepAt(clock.instant()) + later);
  }

  private static byte[] bytes(String base32) {
    String bits =
        base32
            .replace(" ", "")
            .chars()
            .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
            .mapToObj(it -> Integer.toBinaryString(32 + it).substring(1))
            .collect(Collectors.joining());
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }

  /** Somebody at an address from which nobody came before. */
  Visitor visitor() {
    int number = COUNT.incrementAndGet();
    return new Visitor(port).from("203.0." + number / 250 + "." + (1 + number % 250));
  }

  /** A new agent of this role; answers the sign-in name. */
  String person(Role role) {
    String login = role.group() + "-" + COUNT.incrementAndGet();
    keep(login, role, PASSWORD);
    return login;
  }

  void keep(String login, Role role, String password) {
    made.put(login, role);
    keep(login, role, password, true);
  }

  private void keep(String login, Role role, String password, boolean active) {
    staff.register(
        new AgentView(
            login,
            "Nomen " + role.title(),
            login + "@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(role),
            Set.of("service-desk"),
            active),
        password);
  }

  /** A new person of a client; answers the sign-in name. */
  String requester() {
    String login = "requester-" + COUNT.incrementAndGet();
    long client =
        clients
            .register(
                new ClientView(0, login, login, Tier.GOLD, ZoneOffset.UTC, Locale.ENGLISH, 5, 2, 2))
            .id();
    String email = login + "@client.example";
    clients.register(new RequesterView(0, client, "Rita", email, null, false, login));
    signIns.allowRequester(login, "Rita", email, PASSWORD);
    return login;
  }

  /** Somebody who has signed in as this person. */
  Visitor signedIn(String login) {
    Visitor visitor = visitor();
    Visitor.Answer answer = visitor.signIn(login, PASSWORD);
    if (answer.status() != 303) {
      throw new AssertionError(login + " was answered " + answer.status() + ": " + answer.body());
    }
    return visitor;
  }
}
