package dev.baton.admin.web.audit;

import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditQuery;
import dev.baton.desk.web.Visitor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of the trail shows, as its address says; what cannot be read counts as left out.
 *
 * @param from the first day, in the visitor's zone
 * @param to the last day
 * @param actor a sign-in name; empty for anybody
 * @param subject what it was done to, in full; empty for anything
 * @param text part of the subject or the words; empty for any
 * @param page from 0
 */
record AuditFilter(
    LocalDate from,
    LocalDate to,
    AuditKind kind,
    String actor,
    String subject,
    String text,
    int page) {

  static final int ON_A_PAGE = 50;

  private static final int USUAL_DAYS = 6;
  private static final int LAST_PAGE = 199;
  private static final int LONGEST = 200;

  static AuditFilter of(Map<String, String> given, Visitor visitor, Instant now) {
    LocalDate today = now.atZone(visitor.zone()).toLocalDate();
    LocalDate to = day(given.get("to"), today);
    LocalDate from = day(given.get("from"), to.minusDays(USUAL_DAYS));
    String page = given.getOrDefault("page", "");
    return new AuditFilter(
        from,
        to,
        Arrays.stream(AuditKind.values())
            .filter(kind -> kind.name().equals(given.get("kind")))
            .findFirst()
            .orElse(null),
        text(given, "actor"),
        text(given, "subject"),
        text(given, "q"),
        page.matches("\\d{1,6}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0);
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    try {
      return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }

  private static String text(Map<String, String> given, String name) {
    String text = given.getOrDefault(name, "").strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  AuditQuery query(Visitor visitor) {
    return new AuditQuery(
        from.atStartOfDay(visitor.zone()).toInstant(),
        to.plusDays(1).atStartOfDay(visitor.zone()).toInstant(),
        kind,
        blankToNull(actor),
        blankToNull(subject),
        blankToNull(text));
  }

  private static String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The address of another page of the same. */
  String link(int other) {
    return UriComponentsBuilder.fromPath("/desk/admin/audit")
        .queryParam("from", from)
        .queryParam("to", to)
        .queryParam("kind", kind == null ? "" : kind.name())
        .queryParam("actor", "{actor}")
        .queryParam("subject", "{subject}")
        .queryParam("q", "{q}")
        .queryParam("page", other)
        .encode()
        .buildAndExpand(actor, subject, text)
        .toUriString();
  }

  /** The address of the same as CSV. */
  String export(Visitor visitor) {
    AuditQuery query = query(visitor);
    UriComponentsBuilder link =
        UriComponentsBuilder.fromPath("/api/v1/audit/export")
            .queryParam("from", query.from())
            .queryParam("to", query.to());
    if (kind != null) {
      link.queryParam("kind", kind);
    }
    Map<String, String> texts = Map.of("actor", actor, "subject", subject, "q", text);
    texts.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            link.queryParam(name, "{" + name + "}");
          }
        });
    return link.encode().buildAndExpand(texts).toUriString();
  }
}
