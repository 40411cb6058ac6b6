package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may be calling, for a typed text: people, and clients whose people may be. */
@Component
@Transactional(readOnly = true)
class CallerSuggestions {

  private static final int PEOPLE = 12;
  private static final int CLIENTS = 4;
  private static final int SHORTEST = 2;

  private final ClientDirectory clients;

  CallerSuggestions(ClientDirectory clients) {
    this.clients = clients;
  }

  /** A possible caller. */
  record PossibleCaller(
      String name, String email, String phone, boolean vip, String client, String clientName) {}

  /** A client with such a name or code. */
  record PossibleClient(String client, String clientName) {}

  /** Suggestions for the typed text. */
  record Suggestions(List<PossibleCaller> people, List<PossibleClient> clients) {}

  /**
   * @param client code or name of the client whose people alone are wanted; empty for all
   */
  Suggestions of(String text, String client) {
    List<ClientView> all = clients.clients();
    Map<Long, ClientView> byId =
        all.stream().collect(Collectors.toMap(ClientView::id, known -> known));
    Long wanted = clients.find(client).map(ClientView::id).orElse(null);
    List<PossibleCaller> people =
        clients.people(text, wanted, PEOPLE).stream()
            .filter(person -> wanted == null || person.clientId() == wanted)
            .map(
                person -> {
                  ClientView of = byId.get(person.clientId());
                  return new PossibleCaller(
                      person.name(),
                      person.email(),
                      person.phone(),
                      person.vip(),
                      of.code(),
                      of.name());
                })
            .toList();
    return new Suggestions(people, wanted == null ? clients(text, all) : List.of());
  }

  private static List<PossibleClient> clients(String text, List<ClientView> all) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return typed.length() < SHORTEST
        ? List.of()
        : all.stream()
            .filter(
                client ->
                    client.code().startsWith(typed)
                        || (" " + client.name().toLowerCase(Locale.ROOT)).contains(" " + typed))
            .limit(CLIENTS)
            .map(client -> new PossibleClient(client.code(), client.name()))
            .toList();
  }
}
