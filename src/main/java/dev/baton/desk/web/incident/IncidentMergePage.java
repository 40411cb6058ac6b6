package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ServiceView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.edit.MergedValue;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows two incidents side by side, and merges one into the other with what is to stay. */
@RestController
@RequestMapping("/desk/incidents/{number}/merge")
@Hidden
class IncidentMergePage {

  private final IncidentMerge merge;
  private final ClientDirectory clients;
  private final IncidentAnswers answers;
  private final IncidentFragments parts;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentMergePage(
      IncidentMerge merge,
      ClientDirectory clients,
      IncidentAnswers answers,
      IncidentFragments parts,
      PageAccess access,
      PageRenderer pages) {
    this.merge = merge;
    this.clients = clients;
    this.answers = answers;
    this.parts = parts;
    this.access = access;
    this.pages = pages;
  }

  /** A value of both incidents. */
  record MergeRow(String name, String label, String remaining, String merged, boolean differs) {}

  @GetMapping
  ResponseEntity<String> compare(
      @PathVariable String number, @RequestParam(defaultValue = "") String into) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView merged = access.incident(visitor, number);
    try {
      IncidentView remaining = other(merged, into, visitor);
      Map<String, Object> model = new HashMap<>();
      model.put("base", "/desk/incidents/" + merged.number());
      model.put("merged", merged.number());
      model.put("remaining", remaining.number());
      model.put("rows", rows(remaining, merged, visitor.locale()));
      return IncidentPageController.html(pages.part("merge", "form", visitor.locale(), model));
    } catch (InvalidInput wrong) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .header("HX-Reswap", "none")
          .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
          .cacheControl(CacheControl.noStore())
          .body(parts.notice(pages.reason(wrong, visitor.locale()), true, visitor));
    }
  }

  @PostMapping
  ResponseEntity<String> merge(
      @PathVariable String number,
      @RequestParam String into,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView merged = access.incident(visitor, number);
    return IncidentAnswers.linksChanged(
        answers.answer(
            merged,
            visitor,
            given,
            () -> {
              IncidentView remaining = other(merged, into, visitor);
              merge.merge(
                  new IncidentNumber(merged.number()),
                  new IncidentNumber(remaining.number()),
                  taken(given));
              return now ->
                  pages.words("merge.done", visitor.locale(), merged.number(), remaining.number());
            }));
  }

  private static Set<MergedValue> taken(Map<String, String> given) {
    Set<MergedValue> taken = EnumSet.noneOf(MergedValue.class);
    Arrays.stream(MergedValue.values())
        .filter(value -> "merged".equals(given.get("keep-" + value)))
        .forEach(taken::add);
    return taken;
  }

  private IncidentView other(IncidentView merged, String typed, Visitor visitor) {
    IncidentNumber number =
        IncidentNumber.parse(typed.strip())
            .orElseThrow(
                () -> new InvalidInput("into", LocalizableText.of("refused.incident.choose")));
    if (number.value().equals(merged.number())) {
      throw new InvalidInput("into", LocalizableText.of("refused.merge.itself"));
    }
    try {
      IncidentView other = access.incident(visitor, number.value());
      if (other.clientId() != merged.clientId()) {
        throw new InvalidInput("into", LocalizableText.of("refused.incident.otherClient", number));
      }
      return other;
    } catch (UnknownIncident unknown) {
      throw new InvalidInput("into", LocalizableText.of("refused.incident.unknown", number));
    }
  }

  private List<MergeRow> rows(IncidentView remaining, IncidentView merged, Locale locale) {
    return List.of(
        row("SUBJECT", "list.subject", remaining.subject(), merged.subject(), locale),
        row("REQUESTER", "header.requester", requester(remaining), requester(merged), locale),
        row(
            "PRIORITY",
            "merge.priority",
            levels(remaining, locale),
            levels(merged, locale),
            locale),
        row("SERVICE", "header.service", service(remaining), service(merged), locale),
        row("CATEGORY", "header.category", remaining.category(), merged.category(), locale));
  }

  private MergeRow row(String name, String label, String remaining, String merged, Locale locale) {
    return new MergeRow(
        name, pages.words(label, locale), remaining, merged, !Objects.equals(remaining, merged));
  }

  private static String requester(IncidentView incident) {
    IncidentView.Requester person = incident.requester();
    return person.email() == null ? person.name() : person.name() + " (" + person.email() + ")";
  }

  private String levels(IncidentView incident, Locale locale) {
    return pages.words(
        "merge.levels",
        locale,
        pages.name("level", incident.impact(), locale),
        pages.name("level", incident.urgency(), locale));
  }

  private String service(IncidentView incident) {
    return incident.service() == null
        ? null
        : clients
            .service(incident.clientId(), incident.service())
            .map(ServiceView::name)
            .orElse(incident.service());
  }
}
