package dev.baton.desk.web.escalation;

import dev.baton.desk.web.JournalWords;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.EscalationView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the record of an escalation as sentences, one line for each minute. */
@Component
class LadderLines {

  /** The line before it says the same. */
  private static final Set<String> SILENT = Set.of("SETTLED", "NOT_CLIMBED");

  private final JournalWords words;

  LadderLines(JournalWords words) {
    this.words = words;
  }

  /**
   * What was done in a minute.
   *
   * @param when the time; with the date where it differs from the line before
   */
  public record LadderLine(String iso, String when, String text) {}

  List<LadderLine> of(EscalationView escalation, Visitor visitor, Instant now) {
    List<LadderLine> lines = new ArrayList<>();
    Instant minute = null;
    LocalDate day = null;
    for (EscalationView.Entry entry : escalation.entries()) {
      if (SILENT.contains(entry.kind())) {
        continue;
      }
      Instant at = entry.at().truncatedTo(ChronoUnit.MINUTES);
      String text = text(entry, visitor, now);
      if (at.equals(minute)) {
        LadderLine last = lines.remove(lines.size() - 1);
        lines.add(new LadderLine(last.iso(), last.when(), last.text() + " " + text));
        continue;
      }
      LocalDate date = at.atZone(visitor.zone()).toLocalDate();
      lines.add(new LadderLine(at.toString(), when(at, date.equals(day), visitor, now), text));
      minute = at;
      day = date;
    }
    return lines;
  }

  /** What an entry says; older ones say it in English alone. */
  String text(EscalationView.Entry entry, Visitor visitor, Instant now) {
    return entry.message() == null
        ? PageRenderer.inTimeOf(visitor, entry.text(), now)
        : words.of(entry.message(), visitor, now);
  }

  private static String when(Instant at, boolean isSameDay, Visitor visitor, Instant now) {
    String full = visitor.at(at, now);
    return isSameDay ? full.substring(full.lastIndexOf(' ') + 1) : full;
  }
}
