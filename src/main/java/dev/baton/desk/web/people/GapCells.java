package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What nobody covers, as a calendar shows it.
 *
 * @param team whose calendar it is; null for the people without a team
 * @param page the URL of the calendar
 */
record GapCells(String team, String page, boolean mayKeep, Visitor visitor, PeopleWords words) {

  /** What is missing, with the forms that mend it for those who may. */
  record Missing(String words, RotaForm.FormLink shift, RotaForm.FormLink deputy) {}

  /** The posts that nobody was ever given. */
  List<Missing> nobody(List<WeekGaps.PostGap> all) {
    return all.stream()
        .filter(gap -> gap.from() == null)
        .map(
            gap ->
                new Missing(
                    words.words("people.nobody", visitor, words.wanted(gap.role(), visitor)),
                    null,
                    deputy(gap)))
        .toList();
  }

  /** The part of a gap on a day. */
  Missing of(WeekGaps.PostGap gap, DayParts.Part part) {
    return new Missing(
        words.missing(gap.role(), part.words(), visitor),
        mayKeep && team != null
            ? RotaForm.SHIFT.link(page, values(gap.role(), part.from(), part.to()))
            : null,
        deputy(gap));
  }

  private RotaForm.FormLink deputy(WeekGaps.PostGap gap) {
    return mayKeep ? RotaForm.DEPUTY.link(page, values(gap.role(), gap.from(), gap.to())) : null;
  }

  private Map<String, String> values(Role role, Instant from, Instant to) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("post", team);
    values.put("role", role == null ? null : role.group());
    values.put("from", from == null ? null : visitor.field(from));
    values.put("until", to == null ? null : visitor.field(to));
    return values;
  }
}
