package dev.baton.staff.rota;

import dev.baton.calendar.CalendarSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;

/** Determines duty by the rota, from the roster that this node caches. */
@Service
class RotaDuty implements Duty {

  private final RosterCache rosters;

  RotaDuty(RosterCache rosters) {
    this.rosters = rosters;
  }

  @Override
  public Presence presence(String login, Instant at) {
    return rosters.current().presence(login, at);
  }

  @Override
  public List<Presence> presences(Post post, Instant at) {
    return rosters.current().presences(post, at);
  }

  @Override
  public Responder responder(
      Post post, Instant at, Collection<String> notThese, ToIntFunction<String> load) {
    return rosters.current().responder(post, at, notThese, load);
  }

  @Override
  public List<CalendarSpan> uncovered(Post post, Instant from, Instant to) {
    return rosters.current().uncovered(post, from, to);
  }
}
