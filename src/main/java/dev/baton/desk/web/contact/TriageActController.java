package dev.baton.desk.web.contact;

import dev.baton.access.Permission;
import dev.baton.desk.web.IncidentField;
import dev.baton.desk.web.PageAccess;
import dev.baton.incident.Dismissal;
import dev.baton.incident.Level;
import dev.baton.incident.report.Triage;
import dev.baton.intake.mail.TriageContacts;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sorts a contact, and leads to the next one that waits. */
@RestController
@RequestMapping("/desk/contacts/{id}")
@Hidden
class TriageActController {

  private final TriageContacts sorting;
  private final Triage triage;
  private final PageAccess access;

  TriageActController(TriageContacts sorting, Triage triage, PageAccess access) {
    this.sorting = sorting;
    this.triage = triage;
    this.access = access;
  }

  /**
   * @param incident a number, and what a list of choices has put after it
   */
  @PostMapping("/link")
  ResponseEntity<Void> link(
      @PathVariable long id, @RequestParam(defaultValue = "") String incident) {
    access.visitor(Permission.LOG_CONTACT);
    sorting.link(id, IncidentField.number(incident));
    return next(id);
  }

  @PostMapping("/open")
  ResponseEntity<Void> open(@PathVariable long id, @RequestParam Map<String, String> given) {
    access.visitor(Permission.LOG_CONTACT);
    access.visitor(Permission.REPORT);
    sorting.open(
        id,
        new TriageContacts.Opening(
            text("client", given, 200),
            text("requesterName", given, 200),
            text("requesterEmail", given, 320),
            text("subject", given, 200),
            constant("impact", Level.values(), given),
            constant("urgency", Level.values(), given),
            text("category", given, 60),
            text("service", given, 60)));
    return next(id);
  }

  @PostMapping("/dismiss")
  ResponseEntity<Void> dismiss(@PathVariable long id, @RequestParam Map<String, String> given) {
    access.visitor(Permission.LOG_CONTACT);
    Dismissal reason = constant("reason", Dismissal.values(), given);
    String note = text("note", given, 500);
    if (given.containsKey("block")) {
      sorting.dismissAndBlock(id, reason, note);
    } else {
      sorting.dismiss(id, reason, note);
    }
    return next(id);
  }

  /** The page of the next one, or the empty list, which says what came of this one. */
  private ResponseEntity<Void> next(long id) {
    String page = triage.next(id).map(String::valueOf).orElse("to-sort");
    return ResponseEntity.ok()
        .header("HX-Redirect", "/desk/contacts/%s?done=%d".formatted(page, id))
        .build();
  }

  private static String text(String field, Map<String, String> given, int most) {
    return TextInput.optional(field, given.get(field), most);
  }

  private static <E extends Enum<E>> E constant(String field, E[] all, Map<String, String> given) {
    String name = text(field, given, 40);
    return name == null
        ? null
        : Arrays.stream(all)
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidInput(field, LocalizableText.of("refused.choice", name)));
  }
}
