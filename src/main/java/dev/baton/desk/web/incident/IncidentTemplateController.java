package dev.baton.desk.web.incident;

import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.template.FillTemplate;
import dev.baton.desk.web.template.WritingAccess;
import dev.baton.incident.IncidentView;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the composer offers while somebody types: reply templates, and colleagues to mention. */
@RestController
@RequestMapping("/desk/incidents/{number}")
@Hidden
class IncidentTemplateController {

  private final OfferedTemplates offered;
  private final ReplyTemplates templates;
  private final TemplateKeepers keepers;
  private final FillTemplate fill;
  private final ColleagueSearch colleagues;
  private final WritingAccess writing;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentTemplateController(
      OfferedTemplates offered,
      ReplyTemplates templates,
      TemplateKeepers keepers,
      FillTemplate fill,
      ColleagueSearch colleagues,
      WritingAccess writing,
      PageAccess access,
      PageRenderer pages) {
    this.offered = offered;
    this.templates = templates;
    this.keepers = keepers;
    this.fill = fill;
    this.colleagues = colleagues;
    this.writing = writing;
    this.access = access;
    this.pages = pages;
  }

  /** A text to insert, and what the person must fill in; null if nothing is missing. */
  @Schema(hidden = true)
  record InsertedText(String text, String missing) {}

  /**
   * The names of the templates for this incident, as options of a list.
   *
   * @param q words in the name or the text; empty for all
   */
  @GetMapping("/templates")
  ResponseEntity<String> list(
      @PathVariable String number, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = writing.writer();
    IncidentView incident = access.incident(visitor, number);
    Map<String, Object> model = new HashMap<>();
    model.put("list", offered.options(incident, q, visitor));
    return IncidentPageController.html(
        pages.part("composer", "templateOptions", visitor.locale(), model));
  }

  /** One of them with its placeholders filled, in the language of the requester. */
  @PostMapping(path = "/templates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<InsertedText> insert(@PathVariable String number, @PathVariable long id) {
    Visitor visitor = writing.writer();
    IncidentView incident = access.incident(visitor, number);
    ReplyTemplate template =
        templates
            .usable(keepers.of(visitor.caller().login()), incident.client(), id)
            .orElseThrow(() -> new NotFound("template", String.valueOf(id)));
    var language = fill.languageOf(incident);
    FillTemplate.FilledText filled =
        fill.fill(template.text(language), language, incident, visitor);
    templates.used(visitor.caller().login(), id);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new InsertedText(
                filled.text(),
                filled.missing().isEmpty()
                    ? null
                    : pages.words(
                        "templates.missing",
                        visitor.locale(),
                        String.join(", ", filled.missing()))));
  }

  /** Those whom a note can mention, as options of a list. */
  @GetMapping("/colleagues")
  ResponseEntity<String> colleagues(
      @PathVariable String number, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = writing.writer();
    access.incident(visitor, number);
    Map<String, Object> model = new HashMap<>();
    model.put("people", colleagues.matching(q, visitor));
    return IncidentPageController.html(
        pages.part("composer", "colleagueOptions", visitor.locale(), model));
  }
}
