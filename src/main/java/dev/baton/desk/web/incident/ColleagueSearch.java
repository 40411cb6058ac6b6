package dev.baton.desk.web.incident;

import dev.baton.desk.web.Visitor;
import dev.baton.incident.contact.Mentions;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds colleagues to mention by the beginnings of their names or of the sign-in name. */
@Component
class ColleagueSearch {

  private static final int SHOWN = 8;

  private final StaffDirectory staff;

  ColleagueSearch(StaffDirectory staff) {
    this.staff = staff;
  }

  /** The first that match and may see incidents, by name; never the visitor. */
  List<AgentView> matching(String words, Visitor visitor) {
    String asked = words.strip().toLowerCase(Locale.ROOT);
    return staff.agents().stream()
        .filter(Mentions::maySeeNotes)
        .filter(agent -> !agent.login().equals(visitor.caller().login()))
        .filter(
            agent ->
                Stream.concat(Stream.of(agent.login()), Arrays.stream(agent.name().split(" ")))
                    .anyMatch(part -> part.toLowerCase(Locale.ROOT).startsWith(asked)))
        .limit(SHOWN)
        .toList();
  }
}
