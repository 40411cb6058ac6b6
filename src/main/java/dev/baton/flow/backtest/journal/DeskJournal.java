package dev.baton.flow.backtest.journal;

import dev.baton.client.ClientRecords;
import dev.baton.flow.backtest.log.IncidentChoice;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedDeskFacts;
import dev.baton.flow.backtest.log.RecordedDeskFacts.VipRequester;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.incident.history.IncidentHistories;
import dev.baton.incident.history.IncidentHistory;
import dev.baton.sla.agreement.StoredAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a desk's own database says of its incidents, as a log; it is only read. */
public final class DeskJournal {

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final IncidentHistories histories;
  private final ClientRecords clients;
  private final StaffRecords staff;
  private final StoredAgreements agreements;

  public DeskJournal(JdbcClient database) {
    this.histories = new IncidentHistories(database);
    this.clients = new ClientRecords(database);
    this.staff = new StaffRecords(database);
    this.agreements = new StoredAgreements(database);
  }

  /** All events of the incidents that the choice takes; none if there are none. */
  public RecordedLog read(IncidentChoice choice) {
    List<AgentView> agents = staff.agents();
    List<String> numbers =
        choice.of(histories.numbers(begin(choice.from(), FIRST), begin(choice.to(), LAST)));
    List<LogRow> rows = new ArrayList<>();
    List<SkippedLine> gaps = new ArrayList<>();
    List<VipRequester> vips = new ArrayList<>();
    for (IncidentHistory history : histories.of(numbers, logins(agents)::get)) {
      HistoryRows incident = new HistoryRows(history, rows.size() + 1);
      history.events().forEach(event -> rows.add(incident.after(event)));
      history.gaps().forEach(gap -> gaps.add(incident.gap(gap)));
      if (history.vip()) {
        vips.add(incident.requester());
      }
    }
    return new RecordedLog(
        rows,
        gaps,
        new RecordedDeskFacts(
            clients.clients(),
            clients.services(),
            vips.stream().distinct().toList(),
            staff.teams(),
            agents,
            agreements.yaml()));
  }

  private static Instant begin(LocalDate day, Instant otherwise) {
    return day == null ? otherwise : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Of people who share a name, nobody can tell which of them it was. */
  private static Map<String, String> logins(List<AgentView> agents) {
    Map<String, String> logins = new HashMap<>();
    agents.stream()
        .collect(Collectors.groupingBy(AgentView::name))
        .forEach(
            (name, people) -> {
              if (people.size() == 1) {
                logins.put(name, people.get(0).login());
              }
            });
    return logins;
  }
}
