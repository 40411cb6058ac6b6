package dev.baton.desk.web.api;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.client.ClientDirectory;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorTimeline;
import dev.baton.web.CsvTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Exports the timeline of a major incident as a spreadsheet and as a printable page. */
@Component
class MajorTimelineExport {

  private static final String[] COLUMNS = {"at", "incident", "kind", "actor", "origin", "text"};

  private final ClientDirectory clients;
  private final ITemplateEngine templates;

  MajorTimelineExport(ClientDirectory clients, ITemplateEngine templates) {
    this.clients = clients;
    this.templates = templates;
  }

  String csv(List<MajorTimeline.Line> lines) {
    return CsvTable.table(
        COLUMNS,
        lines.stream()
            .map(
                line ->
                    new Object[] {
                      line.at(),
                      line.incident(),
                      line.kind(),
                      line.actor(),
                      line.origin(),
                      line.text()
                    })
            .toList());
  }

  /** Times are in the client's zone. */
  String page(MajorDetails details, List<MajorTimeline.Line> lines) {
    LocalTimeFormatter time =
        new LocalTimeFormatter(clients.client(details.incident().clientId()).zone());
    List<Row> rows =
        lines.stream()
            .map(
                line ->
                    new Row(
                        time.at(line.at()),
                        line.incident(),
                        line.kind(),
                        line.actor(),
                        line.text()))
            .toList();
    return templates.process(
        "major/timeline",
        new Context(
            Locale.ENGLISH, Map.of("details", details, "rows", rows, "zone", time.zone().getId())));
  }

  /** One line of the page. */
  record Row(String at, String incident, String kind, String actor, String text) {}
}
