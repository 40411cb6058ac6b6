package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the page of one agreement. */
@Component
class AgreementPages {

  static final String NAME = "agreements";

  private final AdminLayout layout;
  private final PublishedAgreements published;
  private final DefinitionWords words;
  private final VersionHistory history;
  private final DueTimes due;
  private final PageAccess access;
  private final PageRenderer pages;

  AgreementPages(
      AdminLayout layout,
      PublishedAgreements published,
      DefinitionWords words,
      VersionHistory history,
      DueTimes due,
      PageAccess access,
      PageRenderer pages) {
    this.layout = layout;
    this.published = published;
    this.words = words;
    this.history = history;
    this.due = due;
    this.access = access;
    this.pages = pages;
  }

  /**
   * An agreement as somebody sees it.
   *
   * @param name null for a new one
   * @param seen the version on which the form is based; 0 for none
   * @param versions that are published, newest first
   * @param notice said above the form; null for nothing
   */
  record Shown(
      String name,
      int seen,
      List<PublishedVersion<AgreementDefinition>> versions,
      FormValues form,
      String notice) {}

  ResponseEntity<String> one(Shown shown, Visitor visitor) {
    return answer(HttpStatus.OK, model(shown, visitor), visitor);
  }

  ResponseEntity<String> refused(Shown shown, FormProblems problems, Visitor visitor) {
    Map<String, Object> model = model(shown, visitor);
    model.put("problems", problems.texts(pages, visitor.locale()));
    model.put(
        "openCells",
        AgreementFields.cells().stream()
            .map(PromiseCell::field)
            .filter(cell -> problems.all().keySet().stream().anyMatch(isBelow(cell)))
            .toList());
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, model, visitor);
  }

  /** Whether a field is one of those that are folded away. */
  private static Predicate<String> isBelow(String cell) {
    return field -> field.startsWith(cell + ".") && !field.equals(cell + ".value");
  }

  /** Somebody else has published a version since the form was opened. */
  ResponseEntity<String> late(Shown shown, Visitor visitor) {
    Map<String, Object> model = model(shown, visitor);
    model.put("late", true);
    return answer(HttpStatus.CONFLICT, model, visitor);
  }

  /** What publishing would change. */
  ResponseEntity<String> checked(Shown shown, AgreementDefinition draft, Visitor visitor) {
    AgreementDefinition live = VersionHistory.newest(shown.versions());
    int newest = VersionHistory.newestNumber(shown.versions());
    DueTimes.Result result = due.of(draft, live, visitor.locale());
    Map<String, Object> model =
        model(new Shown(shown.name(), newest, shown.versions(), shown.form(), null), visitor);
    model.put("late", newest != shown.seen());
    model.put("checked", true);
    model.put("isSame", draft.equals(live));
    model.put(
        "differences",
        live == null
            ? List.of()
            : VersionDifference.changes(
                words.rows(live, visitor.locale()), words.rows(draft, visitor.locale())));
    model.put("isNew", live == null);
    model.put("next", newest + 1);
    model.put("due", result.rows());
    model.put(
        "zones",
        result.rows().stream()
            .map(DueTimes.DueRow::zone)
            .distinct()
            .collect(Collectors.joining(", ")));
    model.put("remarks", result.remarks());
    model.put("isMeasured", draft.kind() == AgreementKind.SLA);
    model.put("publishPath", path(draft.name()) + "/publish");
    model.put("yaml", AgreementYaml.write(new AgreementDocument(List.of(), List.of(draft))));
    return answer(HttpStatus.OK, model, visitor);
  }

  static String path(String name) {
    return "/desk/admin/agreements/" + name;
  }

  private ResponseEntity<String> answer(
      HttpStatus status, Map<String, Object> model, Visitor visitor) {
    return layout.answer(status, "admin-agreement", visitor, model);
  }

  private Map<String, Object> model(Shown shown, Visitor visitor) {
    Locale locale = visitor.locale();
    Map<String, Object> model = layout.model(visitor, NAME);
    List<PublishedVersion<AgreementDefinition>> versions = shown.versions();
    model.put("name", shown.name());
    model.put("seen", shown.seen());
    model.put("form", shown.form());
    model.put("notice", shown.notice());
    model.put("problems", Map.of());
    model.put("openCells", List.of());
    model.put("late", false);
    model.put("checked", false);
    model.put("mayPublish", access.may(Permission.PUBLISH_AGREEMENTS));
    model.put(
        "rows", versions.isEmpty() ? List.of() : words.rows(versions.get(0).definition(), locale));
    model.put("versions", history.of(versions, one -> words.rows(one, locale), visitor));
    model.put("numbers", VersionHistory.numbers(versions));
    model.put("path", shown.name() == null ? null : path(shown.name()));
    model.put(
        "checkPath",
        shown.name() == null ? "/desk/admin/new-agreement" : path(shown.name()) + "/check");
    model.put("choices", AgreementChoices.of(shown.form(), published, pages, locale));
    return model;
  }
}
