package dev.baton.desk.web.template;

import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplateQueries;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplatePlaceholder;
import dev.baton.desk.template.TemplateSummary;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.search.IncidentQueries;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the list of the templates, the form of one, and its preview. */
@Component
class TemplatePages {

  /** In place of a field: somebody else was faster. */
  static final String CONFLICT = "conflict";

  private static final int PREVIEWED = 140;

  private final ReplyTemplates templates;
  private final ReplyTemplateQueries lists;
  private final SharingChoices sharing;
  private final FillTemplate fill;
  private final IncidentQueries finder;
  private final IncidentSummaries incidents;
  private final PageAccess access;
  private final PageLayout frame;
  private final PageRenderer pages;
  private final Clock clock;

  TemplatePages(
      ReplyTemplates templates,
      ReplyTemplateQueries lists,
      SharingChoices sharing,
      FillTemplate fill,
      IncidentQueries finder,
      IncidentSummaries incidents,
      PageAccess access,
      PageLayout frame,
      PageRenderer pages,
      Clock clock) {
    this.templates = templates;
    this.lists = lists;
    this.sharing = sharing;
    this.fill = fill;
    this.finder = finder;
    this.incidents = incidents;
    this.access = access;
    this.frame = frame;
    this.pages = pages;
    this.clock = clock;
  }

  /** A template as the list shows it. */
  record Row(long id, String name, String sharing, String languages, String begins, String at) {}

  /** A placeholder with what it means. */
  record Meaning(String inBraces, String words) {}

  /** A text as the client would read it. */
  record Previewed(String language, String text, String missing) {}

  ResponseEntity<String> list(Map<String, String> given, TemplateKeeper keeper, Visitor visitor) {
    WritingList asked = WritingList.of(given);
    Page<TemplateSummary> found =
        lists.of(keeper, asked.q(), PageRequest.of(asked.page(), WritingList.ON_A_PAGE));
    Instant now = clock.instant();
    Map<String, Object> model = frame.model(visitor);
    model.putAll(asked.model("/desk/templates", found, pages, visitor.locale()));
    model.put("rows", found.stream().map(one -> row(one, visitor, now)).toList());
    model.put(
        "done",
        asked.saved() != null
            ? templates
                .find(asked.saved())
                .filter(one -> keeper.sees(one.scope(), one.owner(), one.team()))
                .map(one -> said("templates.saved", one.name(visitor.locale()), visitor))
                .orElse(null)
            : asked.isDeleted() ? pages.words("templates.deleted", visitor.locale()) : null);
    return html(HttpStatus.OK, pages.page("templates", visitor.locale(), model));
  }

  private String said(String key, String name, Visitor visitor) {
    return pages.words(key, visitor.locale(), name);
  }

  private Row row(TemplateSummary template, Visitor visitor, Instant now) {
    String languages =
        Stream.of(template.english() == null ? null : "en", template.german() == null ? null : "de")
            .filter(one -> one != null)
            .map(one -> pages.words("templates.language." + one, visitor.locale()))
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return new Row(
        template.id(),
        template.name(visitor.locale()),
        sharing.label(
            new Sharing(template.scope(), template.owner(), template.team(), template.client()),
            visitor),
        languages,
        TextInput.shortened(
            template.begins(visitor.locale()).replaceAll("\\s+", " ").strip(), PREVIEWED),
        visitor.at(template.changedAt(), now));
  }

  /**
   * @param template null for a new one
   * @param problems by field; answered with 422 if there are any, or 409 for a {@link #CONFLICT}
   */
  ResponseEntity<String> form(
      ReplyTemplate template,
      TemplateForm form,
      Map<String, String> problems,
      TemplateKeeper keeper,
      Visitor visitor) {
    boolean mayKeep =
        template == null || keeper.keeps(template.scope(), template.owner(), template.team());
    Sharing current = template == null ? null : TemplateForm.sharingOf(template);
    List<SharingChoices.Choice> choices = sharing.of(keeper, current, true, visitor);
    Map<String, Object> model = frame.model(visitor);
    model.put("id", template == null ? null : template.id());
    model.put("form", form);
    model.put("problems", problems);
    model.put("mayKeep", mayKeep);
    model.put(
        "choices",
        mayKeep
            ? choices
            : List.of(new SharingChoices.Choice(form.sharing(), sharing.label(current, visitor))));
    model.put(
        "placeholders",
        Arrays.stream(TemplatePlaceholder.values())
            .map(
                one ->
                    new Meaning(
                        one.inBraces(), pages.name("placeholder.means", one, visitor.locale())))
            .toList());
    model.put("incident", example(visitor).map(IncidentSummary::number).orElse(""));
    return html(status(problems), pages.page("template", visitor.locale(), model));
  }

  /** The newest incident of the visitor, or else of anybody. */
  private Optional<IncidentSummary> example(Visitor visitor) {
    IncidentSqlFilter mine =
        new IncidentSqlFilter().where("i.assignee = ?", visitor.caller().login());
    return newest(mine).or(() -> newest(new IncidentSqlFilter()));
  }

  private Optional<IncidentSummary> newest(IncidentSqlFilter some) {
    List<Long> first = finder.first(some.orderBy("i.id desc"), 1);
    return incidents.byId(first).values().stream().findFirst();
  }

  ResponseEntity<String> preview(Map<String, String> given, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    String number = given.getOrDefault("incident", "").strip();
    TemplateForm form = TemplateForm.of(given);
    try {
      IncidentView incident = access.incident(visitor, number);
      model.put(
          "texts",
          Stream.of(
                  previewed("en", Locale.UK, form.english(), incident, visitor),
                  previewed("de", Locale.GERMANY, form.german(), incident, visitor))
              .flatMap(Optional::stream)
              .toList());
      model.put("of", incident.number() + " " + incident.subject());
    } catch (UnknownIncident unknown) {
      model.put("problem", pages.words("templates.noIncident", visitor.locale(), number));
    }
    return html(HttpStatus.OK, pages.part("writing", "preview", visitor.locale(), model));
  }

  private Optional<Previewed> previewed(
      String name, Locale language, String text, IncidentView incident, Visitor visitor) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    FillTemplate.FilledText filled = fill.fill(text, language, incident, visitor);
    return Optional.of(
        new Previewed(
            pages.words("templates.language." + name, visitor.locale()),
            filled.text(),
            filled.missing().isEmpty()
                ? null
                : pages.words(
                    "templates.missing", visitor.locale(), String.join(", ", filled.missing()))));
  }

  private static HttpStatus status(Map<String, String> problems) {
    if (problems.containsKey(CONFLICT)) {
      return HttpStatus.CONFLICT;
    }
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  private static ResponseEntity<String> html(HttpStatus status, String body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
