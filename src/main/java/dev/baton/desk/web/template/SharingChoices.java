package dev.baton.desk.web.template;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateScope;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For whom somebody may keep a template or a macro, as choices of a form. */
@Component
public class SharingChoices {

  private final StaffDirectory staff;
  private final ClientDirectory clients;
  private final PageRenderer pages;

  SharingChoices(StaffDirectory staff, ClientDirectory clients, PageRenderer pages) {
    this.staff = staff;
    this.clients = clients;
    this.pages = pages;
  }

  /** A choice with its label. */
  public record Choice(String value, String label) {}

  /**
   * @param current what is shared so already; null for something new
   * @param withClients whether it can be for one client
   */
  public List<Choice> of(
      TemplateKeeper keeper, Sharing current, boolean withClients, Visitor visitor) {
    List<Choice> choices = new ArrayList<>();
    Sharing own =
        new Sharing(
            TemplateScope.PERSON,
            current == null || current.owner() == null ? keeper.login() : current.owner(),
            null,
            null);
    choices.add(choice(own, visitor));
    for (TeamView team : staff.teams()) {
      if (keeper.keeps(TemplateScope.TEAM, null, team.code())) {
        choices.add(choice(new Sharing(TemplateScope.TEAM, null, team.code(), null), visitor));
      }
    }
    if (keeper.keepsAll()) {
      if (withClients) {
        for (ClientView client : clients.clients()) {
          choices.add(
              choice(new Sharing(TemplateScope.CLIENT, null, null, client.code()), visitor));
        }
      }
      choices.add(choice(new Sharing(TemplateScope.DESK, null, null, null), visitor));
    }
    return choices;
  }

  private Choice choice(Sharing sharing, Visitor visitor) {
    return new Choice(sharing.value(), label(sharing, visitor));
  }

  /**
   * What was chosen; empty if the keeper may not choose it.
   *
   * @param current what is shared so already; null for something new
   */
  public Optional<Sharing> chosen(String value, TemplateKeeper keeper, Sharing current) {
    String[] parts = value == null ? new String[] {""} : value.split(":", 2);
    String code = parts.length == 2 ? parts[1] : null;
    Optional<Sharing> asked =
        switch (parts[0]) {
          case "PERSON" ->
              Optional.of(
                  new Sharing(
                      TemplateScope.PERSON,
                      current == null || current.owner() == null ? keeper.login() : current.owner(),
                      null,
                      null));
          case "TEAM" ->
              staff.team(code).map(t -> new Sharing(TemplateScope.TEAM, null, t.code(), null));
          case "CLIENT" ->
              clients.find(code).map(c -> new Sharing(TemplateScope.CLIENT, null, null, c.code()));
          case "DESK" -> Optional.of(new Sharing(TemplateScope.DESK, null, null, null));
          default -> Optional.empty();
        };
    return asked.filter(one -> keeper.keeps(one.scope(), one.owner(), one.team()));
  }

  /** Such as "Team Network", for a reader. */
  public String label(Sharing sharing, Visitor visitor) {
    Locale locale = visitor.locale();
    return switch (sharing.scope()) {
      case PERSON ->
          visitor.caller().login().equals(sharing.owner())
              ? pages.words("writing.for.me", locale)
              : pages.words("writing.for.person", locale, staff.name(sharing.owner()));
      case TEAM ->
          pages.words(
              "writing.for.team",
              locale,
              staff.team(sharing.team()).map(TeamView::name).orElse(sharing.team()));
      case CLIENT ->
          pages.words(
              "writing.for.client",
              locale,
              clients.find(sharing.client()).map(ClientView::name).orElse(sharing.client()));
      case DESK -> pages.words("writing.for.everybody", locale);
    };
  }
}
