package dev.baton.flow.migration.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.migration.StepTarget;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationRequest;
import dev.baton.flow.migration.Migrations;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which a process owner migrates running incidents. */
@RestController
@RequestMapping(path = "/desk/flows/migrations", produces = "text/html;charset=UTF-8")
@Hidden
class MigrationPageController {

  private static final String LIST = "flow-migrations";
  private static final String ONE = "flow-migration";
  private static final String PATH = "/desk/flows/migrations/";
  private static final String ANSWER = "answer.";
  private static final int NEWEST = 50;

  private final MigrateIncidents migrate;
  private final Migrations migrations;
  private final MigrationPageModel models;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  MigrationPageController(
      MigrateIncidents migrate,
      Migrations migrations,
      MigrationPageModel models,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.migrate = migrate;
    this.migrations = migrations;
    this.models = models;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /** What could be moved now, and earlier migrations. */
  @GetMapping
  ResponseEntity<String> list() {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    Map<String, Object> model = layout.model(visitor);
    model.put("outline", models.outline(migrate.outline(), visitor));
    model.put("staying", models.staying(visitor));
    model.put(
        "migrations",
        migrations.list(PageRequest.of(0, NEWEST)).getContent().stream()
            .map(each -> models.line(each, visitor))
            .toList());
    return html(pages.page(LIST, visitor.locale(), model));
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> plan(@RequestParam MultiValueMap<String, String> sent) {
    access.visitor(Permission.DEPLOY);
    return goTo(migrate.plan(request(sent)));
  }

  /** One migration; it refreshes itself while it is at work. */
  @GetMapping("/{id}")
  ResponseEntity<String> one(@PathVariable long id) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    Map<String, Object> model = layout.model(visitor);
    model.putAll(models.of(migrations.get(id), visitor));
    return html(pages.page(ONE, visitor.locale(), model));
  }

  @GetMapping("/{id}/progress")
  ResponseEntity<String> progress(@PathVariable long id) {
    return progress(migrations.get(id), access.visitor(Permission.DEPLOY));
  }

  @PostMapping(path = "/{id}/answers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> answer(
      @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    return progress(migrate.answer(id, answers(sent)), visitor);
  }

  @PostMapping("/{id}/release")
  ResponseEntity<String> release(@PathVariable long id) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    return progress(migrate.release(id), visitor);
  }

  @PostMapping(path = "/{id}/stop", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> stop(
      @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    return progress(migrate.stop(id, sent.getFirst("reason")), visitor);
  }

  @PostMapping(path = "/{id}/back", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> back(
      @PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
    access.visitor(Permission.DEPLOY);
    return goTo(migrate.back(id, request(sent)));
  }

  private static MigrationRequest request(MultiValueMap<String, String> sent) {
    String reason = sent.getFirst("reason");
    return new MigrationRequest(
        reason == null ? "" : reason.strip(),
        answers(sent),
        sent.containsKey("evaluateTimers"),
        MigrationRequest.USUAL_STAGES);
  }

  /** Fields such as {@code answer.incident-lifecycle.waitOnHold = again:resumeWork}. */
  private static Map<String, Map<String, StepTarget>> answers(MultiValueMap<String, String> sent) {
    Map<String, Map<String, StepTarget>> answers = new HashMap<>();
    sent.toSingleValueMap()
        .forEach(
            (name, value) -> {
              List<String> parts = List.of(name.split("\\.", 3));
              int colon = value.indexOf(':');
              if (name.startsWith(ANSWER) && parts.size() == 3 && colon > 0) {
                answers
                    .computeIfAbsent(parts.get(1), flow -> new HashMap<>())
                    .put(
                        parts.get(2),
                        new StepTarget(value.substring(colon + 1), value.startsWith("again:")));
              }
            });
    return answers;
  }

  private ResponseEntity<String> progress(Migration migration, Visitor visitor) {
    return html(pages.part(ONE, "progress", visitor.locale(), models.of(migration, visitor)));
  }

  private static ResponseEntity<String> goTo(Migration migration) {
    return ResponseEntity.ok().header("HX-Redirect", PATH + migration.id()).body("");
  }

  private static ResponseEntity<String> html(String page) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
  }
}
