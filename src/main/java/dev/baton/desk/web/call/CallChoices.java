package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.category.CategorySuggestions;
import dev.baton.staff.StaffDirectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be entered in a field of "Log a contact", for a person who types. */
@Component
class CallChoices {

  private static final int MOST = 20;

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final CategorySuggestions categories;

  CallChoices(ClientDirectory clients, StaffDirectory staff, CategorySuggestions categories) {
    this.clients = clients;
    this.staff = staff;
    this.categories = categories;
  }

  /**
   * A value for a field.
   *
   * @param hint tells values apart; null if there is nothing to add
   */
  record Choice(String value, String hint) {}

  /**
   * The values that contain the text.
   *
   * @param field the key of the form's field; another one has no choices
   * @param client whose services; code or name
   */
  List<Choice> of(String field, String text, String client) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return all(field, client)
        .filter(
            choice ->
                choice.value().toLowerCase(Locale.ROOT).contains(typed)
                    || choice.hint() != null && choice.hint().contains(typed))
        .limit(MOST)
        .toList();
  }

  private Stream<Choice> all(String field, String client) {
    return switch (field) {
      case "client" -> clients.clients().stream().map(CallChoices::choice);
      case "service" ->
          clients.find(client).map(ClientView::id).map(clients::services).stream()
              .flatMap(List::stream)
              .map(service -> new Choice(service.name(), service.code()));
      case "toTeam" -> staff.teams().stream().map(team -> new Choice(team.name(), team.code()));
      case "category" ->
          categories.all(clients.find(client).map(ClientView::id).orElse(null), null).stream()
              .map(name -> new Choice(name, null));
      default -> Stream.empty();
    };
  }

  private static Choice choice(ClientView client) {
    return new Choice(client.name(), client.code());
  }
}
