package dev.baton.desk.web.list;

import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentDetail;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of incidents as a page, and for download as CSV. */
@RestController
@Hidden
class ListController {

  /** The maximum number of rows in a download. */
  private static final int MOST = 10_000;

  private static final int PORTION = 500;

  private static final List<String> COLUMNS =
      List.of(
          "Number",
          "Subject",
          "Client",
          "Requester",
          "VIP",
          "Status",
          "Priority",
          "Team",
          "Assignee",
          "Opened (UTC)",
          "Due (UTC)",
          "Tags");

  private final IncidentList listing;
  private final ListPageRenderer views;
  private final PageAccess access;
  private final PageLayout frame;
  private final PageRenderer pages;
  private final AuditTrail trail;
  private final Clock clock;

  ListController(
      IncidentList listing,
      ListPageRenderer views,
      PageAccess access,
      PageLayout frame,
      PageRenderer pages,
      AuditTrail trail,
      Clock clock) {
    this.listing = listing;
    this.views = views;
    this.access = access;
    this.frame = frame;
    this.pages = pages;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping(path = "/desk/incidents", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> list(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    ListFilter asked = ListFilter.of(visitor.isOfClient() ? newestFirst(given) : given);
    Map<String, Object> model = frame.model(visitor);
    model.put("mayExport", access.may(Permission.EXPORT));
    model.put("mayWork", access.may(Permission.WORK));
    model.putAll(views.of(asked, listing.find(asked, visitor), visitor));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("list", visitor.locale(), model));
  }

  /** Clients look for what they reported last; deadlines are the desk's. */
  private static Map<String, String> newestFirst(Map<String, String> given) {
    Map<String, String> wanted = new HashMap<>(Map.of("sort", "opened"));
    wanted.putAll(given);
    return wanted;
  }

  /** Streams the list: only one batch is in memory at a time. */
  @GetMapping("/desk/incidents.csv")
  void csv(@RequestParam Map<String, String> given, HttpServletResponse response)
      throws IOException {
    Visitor visitor = access.visitor(Permission.EXPORT);
    ListFilter asked = ListFilter.of(given);
    List<Long> ids = listing.ids(asked, visitor, MOST);
    trail.record(
        AuditEntry.of(
            AuditKind.EXPORTED,
            "incidents",
            "List of %d incidents as CSV: %s".formatted(ids.size(), asked.asCsv())));
    String name = "incidents-" + LocalDate.now(clock) + ".csv";
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    Map<String, List<IncidentDetail>> details = listing.details(ids, visitor);
    List<String> labels =
        details.values().stream()
            .flatMap(List::stream)
            .map(IncidentDetail::label)
            .distinct()
            .sorted()
            .toList();
    Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(Stream.concat(COLUMNS.stream(), labels.stream().map(SpreadsheetCells::of)));
      for (int from = 0; from < ids.size(); from += PORTION) {
        List<Long> some = ids.subList(from, Math.min(ids.size(), from + PORTION));
        for (ListedIncident line : listing.read(some)) {
          csv.printRecord(
              Stream.concat(
                  cells(line, visitor).stream(),
                  cells(labels, details.getOrDefault(line.number(), List.of()))));
        }
      }
    }
  }

  private static Stream<Object> cells(List<String> labels, List<IncidentDetail> details) {
    Map<String, String> values =
        details.stream()
            .collect(
                Collectors.toMap(
                    IncidentDetail::label, IncidentDetail::value, (one, other) -> other));
    return labels.stream().map(label -> SpreadsheetCells.of(values.get(label)));
  }

  private static List<Object> cells(ListedIncident line, Visitor visitor) {
    Object assignee = visitor.isOfClient() ? null : line.assignee();
    return List.of(
        SpreadsheetCells.of(line.number()),
        SpreadsheetCells.of(line.subject()),
        SpreadsheetCells.of(line.client()),
        SpreadsheetCells.of(line.requester()),
        line.vip() ? "VIP" : "",
        line.status().name(),
        SpreadsheetCells.of(line.priority()),
        SpreadsheetCells.of(line.team()),
        SpreadsheetCells.of(assignee),
        SpreadsheetCells.of(line.openedAt()),
        SpreadsheetCells.of(line.dueAt()),
        SpreadsheetCells.of(String.join(", ", line.tags())));
  }
}
