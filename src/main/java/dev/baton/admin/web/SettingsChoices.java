package dev.baton.admin.web;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggests values for fields while somebody types. */
@RestController
@RequestMapping(path = AdminLayout.PATH + "/choices", produces = MediaType.APPLICATION_JSON_VALUE)
@Hidden
class SettingsChoices {

  private static final int MOST = 12;

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final PublishedAgreements agreements;
  private final PageAccess access;

  SettingsChoices(
      ClientDirectory clients,
      StaffDirectory staff,
      PublishedAgreements agreements,
      PageAccess access) {
    this.clients = clients;
    this.staff = staff;
    this.agreements = agreements;
    this.access = access;
  }

  @GetMapping("/{kind}")
  ResponseEntity<List<Suggestion>> suggest(
      @PathVariable String kind, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.READ_CLIENTS);
    if (visitor.isOfClient()) {
      throw new NotFound("page", kind);
    }
    String text = q.strip().toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(all(kind).filter(one -> contains(one, text)).limit(MOST).toList());
  }

  private Stream<Suggestion> all(String kind) {
    return switch (kind) {
      case "zones" ->
          ZoneId.getAvailableZoneIds().stream()
              .filter(zone -> zone.matches("[A-Z][a-z]+/.*|UTC"))
              .filter(zone -> !zone.startsWith("Etc/"))
              .sorted()
              .map(zone -> new Suggestion(zone, zone.replace('_', ' '), null, null));
      case "clients" ->
          clients.clients().stream()
              .map(client -> new Suggestion(client.code(), client.name(), client.code(), null));
      case "teams" ->
          staff.teams().stream()
              .map(team -> new Suggestion(team.code(), team.name(), team.code(), null));
      case "agents" ->
          staff.agents().stream()
              .map(agent -> new Suggestion(agent.login(), agent.name(), agent.login(), null));
      case "calendars" ->
          agreements.calendars().stream()
              .map(one -> new Suggestion(one.name(), one.name(), null, null));
      default -> throw new NotFound("page", kind);
    };
  }

  private static boolean contains(Suggestion one, String text) {
    return (one.title() + " " + one.value()).toLowerCase(Locale.ROOT).contains(text);
  }
}
