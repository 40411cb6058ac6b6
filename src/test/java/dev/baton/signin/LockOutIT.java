package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords must pause, and locks nobody out for good. */
class LockOutIT extends SignInDesk {

  @Test
  void afterSomeFailedTriesThereIsAPauseWhetherTheAccountExistsOrNot() {
    String login = person(Role.AGENT);
    Visitor visitor = visitor();
    fail(visitor, login, 5);

    Visitor.Answer paused = visitor.signIn(login, PASSWORD);
    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.body()).contains("Too many failed attempts");
    Visitor.Answer program = visitor.twin().withPassword(login, PASSWORD).get("/api/v1/incidents");
    assertThat(program.status()).isEqualTo(429);
    assertThat(Integer.parseInt(program.header("Retry-After"))).isBetween(1, 900);

    Visitor other = visitor();
    fail(other, "nobody-" + login, 5);
    assertThat(other.signIn("nobody-" + login, PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void waitingIsAWayOutAndPausesGrowToAQuarterOfAnHour() {
    String login = person(Role.AGENT);
    Visitor visitor = visitor();
    fail(visitor, login, 5);

    wait(Duration.ofSeconds(31));
    assertThat(visitor.signIn(login, "wrong").status()).isEqualTo(401);
    wait(Duration.ofSeconds(31));
    assertThat(visitor.signIn(login, "wrong").status()).as("the next is longer").isEqualTo(429);
    for (int i = 0; i < 6; i++) {
      wait(Duration.ofMinutes(15).plusSeconds(1));
      assertThat(visitor.signIn(login, "wrong").status()).isEqualTo(401);
    }
    wait(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(visitor.signIn(login, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void manyAddressesTogetherLockAnAccountOnlyForStrangers() {
    String login = person(Role.AGENT);
    Visitor home = signedIn(login);
    IntStream.range(0, 10).forEach(i -> fail(visitor(), login, 1));

    assertThat(visitor().signIn(login, PASSWORD).status()).as("from elsewhere").isEqualTo(429);
    assertThat(home.twin().post("/sign-in", null).status()).isIn(302, 403);
    assertThat(again(home).signIn(login, PASSWORD).status()).as("at home").isEqualTo(303);
  }

  @Test
  void anAddressThatTriesManyAccountsPausesButNotForThoseWhoWorkThere() {
    String login = person(Role.AGENT);
    Visitor office = signedIn(login);
    Visitor guesser = again(office);
    for (int i = 0; i < 30; i++) {
      assertThat(guesser.signIn("guess-" + login + "-" + i, "wrong").status()).isEqualTo(401);
    }

    assertThat(guesser.signIn("another-" + login, "wrong").status()).isEqualTo(429);
    assertThat(again(office).signIn(login, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void anAdministratorIsAWayOut() {
    String login = person(Role.AGENT);
    Visitor visitor = visitor();
    fail(visitor, login, 5);
    assertThat(visitor.signIn(login, PASSWORD).status()).isEqualTo(429);
    String unlock = "/api/v1/people/" + login + "/unlock";

    assertThat(signedIn(person(Role.TEAM_LEAD)).script("POST", unlock, "").status()).isEqualTo(403);
    Visitor admin = signedIn(person(Role.ADMIN));
    assertThat(admin.script("POST", unlock, "").status()).isEqualTo(204);
    assertThat(admin.script("POST", "/api/v1/people/nobody-at-all/unlock", "").status())
        .isEqualTo(404);

    assertThat(visitor.signIn(login, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void whoTriesManyAtOnceGetsNoMoreTriesThanOneByOne() {
    String login = person(Role.AGENT);
    Visitor visitor = visitor();
    visitor.open("/sign-in");
    ExecutorService crowd = Executors.newFixedThreadPool(12);
    List<Integer> answers;
    try {
      answers =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> visitor.twin().signIn(login, "wrong-" + i).status(), crowd))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    } finally {
      crowd.shutdown();
    }

    assertThat(answers).containsOnly(401, 429);
    assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
  }

  private static void fail(Visitor visitor, String login, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(visitor.signIn(login, "wrong").status()).isEqualTo(401);
    }
  }

  /** Another browser at the same address. */
  private Visitor again(Visitor visitor) {
    return new Visitor(port).from(visitor.address());
  }
}
