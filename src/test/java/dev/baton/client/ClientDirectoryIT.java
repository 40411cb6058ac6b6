package dev.baton.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.support.BatonTest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class ClientDirectoryIT {

  @Autowired ClientDirectory directory;
  @Autowired TransactionTemplate transaction;

  private final String code = "c-" + UUID.randomUUID();
  private ClientView client;

  @BeforeEach
  void aClient() {
    client = directory.register(client(code, "Kühn & Söhne " + code));
  }

  @Test
  void aClientIsFoundByCodeAndByNameInAnyCase() {
    assertThat(directory.find(code.toUpperCase(Locale.ROOT))).contains(client);
    assertThat(directory.find("  kÜHN & sÖHNE " + code + " ")).contains(client);
    assertThat(directory.find("Kuhn & Sohne " + code)).isEmpty();
    assertThat(directory.find(null)).isEmpty();
    assertThat(directory.find(" ")).isEmpty();
    assertThat(directory.client(client.id())).isEqualTo(client);
    assertThat(directory.clients()).contains(client);
  }

  @Test
  void registeringAgainBringsTheClientUpToDate() {
    ClientView renamed = directory.register(client(code, "Kuehn 🔥 " + code));

    assertThat(renamed.id()).isEqualTo(client.id());
    assertThat(directory.find(code)).contains(renamed);
  }

  @Test
  void whatCannotBeAcceptedIsRefusedWithTheField() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.register(client("Not A Code", "Name")))
        .withMessageContaining("code of the client")
        .withMessageContaining("Not A Code");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.register(client("other-" + code, client.name())))
        .withMessageContaining(code);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.requesterFor(client.id(), "A", "no address", null))
        .withMessageContaining("name@example.com");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.requesterFor(client.id(), " ", null, ""))
        .withMessageContaining("needs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.requesterFor(client.id(), "x".repeat(201), null, ""))
        .withMessageContaining("200");
    assertThatIllegalArgumentException().isThrownBy(() -> directory.client(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> directory.registerService(-1, "a", "A"));
  }

  @Test
  void aServiceIsFoundByCodeAndByNameInAnyCase() {
    ServiceView mail = directory.registerService(client.id(), "mail", "E-mail");
    ServiceView renamed = directory.registerService(client.id(), "mail", "E-mail and calendar");

    assertThat(renamed.id()).isEqualTo(mail.id());
    assertThat(directory.service(client.id(), "MAIL")).contains(renamed);
    assertThat(directory.service(client.id(), "e-mail AND calendar")).contains(renamed);
    assertThat(directory.service(client.id(), "telephone")).isEmpty();
    assertThat(directory.services(client.id())).containsExactly(renamed);
  }

  @Test
  void anUnknownRequesterIsRegisteredAndAKnownOneCompleted() {
    RequesterView first = directory.requesterFor(client.id(), null, " Ada@Example.COM", null);
    assertThat(first.email()).isEqualTo("ada@example.com");
    assertThat(first.name()).isNull();

    RequesterView again = directory.requesterFor(client.id(), "Ada", "ada@example.com", "+49 89 1");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.name()).isEqualTo("Ada");
    assertThat(again.phone()).isEqualTo("+49 89 1");

    RequesterView other = directory.requesterFor(client.id(), "Eve", "ada@example.com", "0");
    assertThat(other).isEqualTo(again);
    assertThat(directory.requester(client.id(), "ADA@example.com")).contains(again);
    assertThat(directory.requester(again.id())).isEqualTo(again);
  }

  @Test
  void withoutAnAddressEveryReportIsByANewPersonUnlessNameAndPhoneNumberAreKnown() {
    RequesterView first = directory.requesterFor(client.id(), "Ada", null, "1");
    RequesterView second = directory.requesterFor(client.id(), "Ada", " ", "1");
    assertThat(second.id()).isNotEqualTo(first.id());

    RequesterView known = directory.requesterFor(client.id(), "Ada", null, "+49 40 2233-445");
    assertThat(directory.requesterFor(client.id(), "ada", null, "0049 40 2233445"))
        .isEqualTo(known);
    assertThat(directory.requesterFor(client.id(), "Eve", null, "+49 40 2233-445").id())
        .isNotEqualTo(known.id());
    assertThat(directory.requesterFor(client.id(), "Ada", null, "+49 40 2233-446").id())
        .isNotEqualTo(known.id());
  }

  @Test
  void twoReportsAtOnceRegisterANewRequesterOnce() throws Exception {
    int callers = 8;
    CyclicBarrier together = new CyclicBarrier(callers);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<RequesterView>> answers = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return transaction.execute(
                      status ->
                          directory.requesterFor(client.id(), "New", "new@example.com", null));
                }));
      }
      for (Future<RequesterView> answer : answers) {
        assertThat(answer.get().id()).isEqualTo(answers.get(0).get().id());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(directory.requester(client.id(), "new@example.com")).isPresent();
  }

  @Test
  void anAddressIsOnePersonPerClient() {
    String address = code + "@example.com";
    ClientView second = directory.register(client("second-" + code, "Second " + code));
    RequesterView here = directory.requesterFor(client.id(), "Ada", address, null);
    RequesterView there = directory.requesterFor(second.id(), "Ada", address, null);

    assertThat(directory.requestersWith(address.toUpperCase(Locale.ROOT)))
        .containsExactly(here, there);
    assertThat(directory.requestersWith(null)).isEmpty();
  }

  @Test
  void aRequesterWhoSignsInIsFoundByThatNameAlone() {
    String login = "login-" + code;
    RequesterView ada =
        directory.register(
            new RequesterView(0, client.id(), "Ada", "ADA@example.com", "+1", true, login));

    assertThat(directory.requesterWithLogin(login)).contains(ada);
    assertThat(ada.vip()).isTrue();
    assertThat(ada.email()).isEqualTo("ada@example.com");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                directory.register(
                    new RequesterView(0, client.id(), "Eve", "eve@x.example", null, false, login)))
        .withMessageContaining(login);
    assertThat(directory.requesterWithLogin(null)).isEmpty();
  }

  private static ClientView client(String code, String name) {
    return new ClientView(
        0, code, name, Tier.GOLD, ZoneId.of("Europe/Berlin"), Locale.GERMAN, 5, 3, 2);
  }
}
