package dev.baton.desk.web.major;

import dev.baton.desk.web.JournalWords;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.TimelineText;
import dev.baton.incident.timeline.TimelineReader;
import dev.baton.incident.timeline.TimelineSection;
import dev.baton.web.validation.TextInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The last things that happened to a major incident, in the visitor's language. */
@Component
class MajorLines {

  private static final int SHOWN = 40;
  private static final int LONGEST = 300;

  private final TimelineReader timeline;
  private final JournalWords journal;
  private final PageRenderer pages;

  MajorLines(TimelineReader timeline, JournalWords journal, PageRenderer pages) {
    this.timeline = timeline;
    this.journal = journal;
    this.pages = pages;
  }

  record LineRow(String at, String iso, String kind, String by, String text) {}

  /** The newest first. */
  List<LineRow> of(IncidentNumber number, Visitor visitor, Instant now) {
    return timeline.of(number, new TimelineSection(false, true, null, SHOWN, false)).stream()
        .map(line -> row(line, visitor, now))
        .toList();
  }

  private LineRow row(TimelineText line, Visitor visitor, Instant now) {
    return new LineRow(
        visitor.at(line.at(), now),
        line.at().toString(),
        line.said() == null
            ? pages.words("journal." + line.kind(), visitor.locale())
            : pages.name("channel", line.said().channel(), visitor.locale()),
        journal.by(line.actor(), visitor),
        TextInput.shortened(
            line.said() == null ? journal.of(line, visitor, now) : said(line), LONGEST));
  }

  private static String said(TimelineText line) {
    return Stream.of(line.said().subject(), line.said().body())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(": "));
  }
}
