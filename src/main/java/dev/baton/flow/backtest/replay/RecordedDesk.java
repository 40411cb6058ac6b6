package dev.baton.flow.backtest.replay;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.flow.backtest.log.RecordedIncident;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Registers the desk that a log was recorded at: one client, its groups as teams, its people. */
public final class RecordedDesk {

  private static final int CONFIRMATION_DAYS = 5;

  /** After this long without objection a resolved incident closes: calendar days, in UTC. */
  public static final Duration CONFIRMATION = Duration.ofDays(CONFIRMATION_DAYS);

  private static final int NO_REMINDERS = 0;
  private static final int REMINDER_DAYS = 3;

  /** The longest that is accepted: closings are those of the log. */
  private static final int HARDLY_BY_ITSELF_DAYS = 365;

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final boolean closesByLog;

  /**
   * @param closesByLog whether incidents close when the log closes them, not after the fifth day
   */
  public RecordedDesk(ClientDirectory clients, StaffDirectory staff, boolean closesByLog) {
    this.clients = clients;
    this.staff = staff;
    this.closesByLog = closesByLog;
  }

  public void open(List<LogRow> rows) {
    clients.register(
        new ClientView(
            0,
            ReplayNames.CLIENT,
            "Recorded desk",
            Tier.BRONZE,
            ZoneOffset.UTC,
            Locale.ENGLISH,
            closesByLog ? HARDLY_BY_ITSELF_DAYS : CONFIRMATION_DAYS,
            NO_REMINDERS,
            REMINDER_DAYS));
    Set<RecordedGroup> groups = new HashSet<>(Set.of(RecordedGroup.named(null)));
    Map<String, RecordedIncident> standing = new HashMap<>();
    Set<String> people = new TreeSet<>();
    for (LogRow row : rows) {
      RecordedIncident before =
          standing.getOrDefault(row.incident(), RecordedIncident.reportedBy(row));
      groups.add(before.group());
      groups.addAll(before.groupsUpTo(row));
      standing.put(row.incident(), RecordedIncident.after(before, row));
      if (row.assignee() != null) {
        people.add(ReplayNames.login(row.assignee()));
      }
      people.add(ReplayNames.actor(row.by()));
    }
    groups.stream()
        .map(RecordedDesk::team)
        .sorted(Comparator.comparing(TeamView::code))
        .forEach(staff::register);
    people.forEach(login -> staff.register(agent(login), null));
  }

  private static TeamView team(RecordedGroup group) {
    String name = group.name() == null ? "Service desk" : group.name();
    return new TeamView(ReplayNames.team(group), group.isNamesake() ? name + " (namesake)" : name);
  }

  private static AgentView agent(String login) {
    return new AgentView(
        login,
        login,
        ReplayNames.mail(login),
        ZoneOffset.UTC,
        Locale.ENGLISH,
        Set.of(Role.AGENT),
        Set.of(),
        true);
  }
}
