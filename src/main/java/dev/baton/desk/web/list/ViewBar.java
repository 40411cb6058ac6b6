package dev.baton.desk.web.list;

import dev.baton.desk.view.SavedView;
import dev.baton.desk.view.SavedViews;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The views that a member of the desk can choose from: those of everybody, and saved ones. */
@Component
class ViewBar {

  static final String MY_WORK = "assignee=me&sort=due&order=asc";

  /** Counts go no further: nobody works through more. */
  private static final int COUNTED = 999;

  private final IncidentList list;
  private final SavedViews saved;
  private final StaffDirectory staff;
  private final PageRenderer pages;

  ViewBar(IncidentList list, SavedViews saved, StaffDirectory staff, PageRenderer pages) {
    this.list = list;
    this.saved = saved;
    this.staff = staff;
    this.pages = pages;
  }

  /**
   * A view as the page shows it.
   *
   * @param team name of the team that it was saved for; null for the visitor's own
   * @param removable null unless the visitor saved it
   */
  record ShownView(
      String name, String href, String count, boolean current, String team, Long removable) {}

  List<ShownView> of(Visitor visitor, ListFilter current) {
    Map<String, String> teams = teamChoices(visitor);
    List<ShownView> views = new ArrayList<>();
    views.add(builtIn("mine", MY_WORK, visitor, current));
    teams.forEach(
        (code, name) ->
            views.add(
                shown(
                    pages.words("views.queue", visitor.locale(), name),
                    "team=" + code + "&assignee=nobody&sort=due&order=asc",
                    visitor,
                    current,
                    null,
                    null)));
    views.add(builtIn("answered", "reply=unanswered&sort=due&order=asc", visitor, current));
    views.add(builtIn("late", "due=late&sort=due&order=asc", visitor, current));
    views.add(builtIn("hour", "due=hour&sort=due&order=asc", visitor, current));
    views.add(builtIn("hold", "status=ON_HOLD&sort=due&order=asc", visitor, current));
    views.add(builtIn("open", "sort=due&order=asc", visitor, current));
    String login = visitor.caller().login();
    for (SavedView view : saved.of(login, teams.keySet())) {
      views.add(
          shown(
              view.name(),
              view.query(),
              visitor,
              current,
              view.team() == null ? null : teams.get(view.team()),
              view.owner().equals(login) ? view.id() : null));
    }
    return views;
  }

  Set<String> teamsOf(Visitor visitor) {
    return staff
        .agent(visitor.caller().login())
        .map(AgentView::teams)
        .<Set<String>>map(TreeSet::new)
        .orElse(Set.of());
  }

  /** The visitor's teams, names by codes. */
  Map<String, String> teamChoices(Visitor visitor) {
    Set<String> own = teamsOf(visitor);
    return staff.teams().stream()
        .filter(team -> own.contains(team.code()))
        .collect(
            Collectors.toMap(
                TeamView::code, TeamView::name, (one, other) -> one, LinkedHashMap::new));
  }

  private ShownView builtIn(String key, String query, Visitor visitor, ListFilter current) {
    return shown(
        pages.words("views." + key, visitor.locale()), query, visitor, current, null, null);
  }

  private ShownView shown(
      String name, String query, Visitor visitor, ListFilter current, String team, Long removable) {
    ListFilter filter =
        ListFilter.of(
            UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, entry -> ListFilter.decoded(entry.getValue()))));
    int count = list.count(filter, visitor, COUNTED + 1);
    return new ShownView(
        name,
        "/desk/incidents?" + query,
        count > COUNTED ? COUNTED + "+" : String.valueOf(count),
        filter.query().equals(current.query()),
        team,
        removable);
  }
}
