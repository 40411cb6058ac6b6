package dev.baton.desk.web.people;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.DutyList.PersonName;
import dev.baton.staff.rota.Post;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** People as a field of a form names them: {@code Lena Fischer (lena.fischer)}. */
@Component
public class PeopleNames {

  private static final Pattern WITH_LOGIN = Pattern.compile(".*\\(([^()]+)\\)");
  private static final int MOST = 30;

  private final StaffDirectory staff;
  private final DutyList list;
  private final Duty duty;
  private final Clock clock;

  PeopleNames(StaffDirectory staff, DutyList list, Duty duty, Clock clock) {
    this.staff = staff;
    this.list = list;
    this.duty = duty;
    this.clock = clock;
  }

  /** The active person with this sign-in name, or of this name if there is one alone. */
  public Optional<AgentView> find(String text) {
    Matcher withLogin = WITH_LOGIN.matcher(text);
    return staff
        .agent(withLogin.matches() ? withLogin.group(1) : text)
        .or(() -> list.withName(text.strip()).map(PersonName::login).flatMap(staff::agent))
        .filter(AgentView::active);
  }

  /** As a field shows somebody. */
  public static String field(String login, String name) {
    return "%s (%s)".formatted(name, login);
  }

  /** Suggestions for what somebody has typed. */
  public List<String> like(String text) {
    return list.named(text, MOST).stream()
        .map(person -> field(person.login(), person.name()))
        .toList();
  }

  /** Who could be wanted for the post; a part of all if neither team nor role is given. */
  List<String> of(String team, Role role) {
    return team == null && role == null
        ? like(null)
        : duty.presences(new Post(team, role), clock.instant()).stream()
            .limit(MOST)
            .map(person -> field(person.login(), person.name()))
            .toList();
  }
}
