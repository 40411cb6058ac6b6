package dev.baton.admin.web;

import dev.baton.access.Permission;
import dev.baton.audit.AuditQuery;
import dev.baton.audit.AuditRecord;
import dev.baton.audit.AuditSearch;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Renders the list of a topic and the form of one thing. */
@Component
class SettingsPages {

  private static final int ON_A_PAGE = 25;
  private static final int LAST_PAGE = 399;
  private static final int LONGEST_SEARCH = 100;
  private static final int SHOWN_CHANGES = 10;

  private final AdminLayout layout;
  private final SettingsWords words;
  private final SettingsTopics topics;
  private final AuditSearch audit;
  private final ActorNames actors;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  SettingsPages(
      AdminLayout layout,
      SettingsWords words,
      SettingsTopics topics,
      AuditSearch audit,
      ActorNames actors,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.layout = layout;
    this.words = words;
    this.topics = topics;
    this.audit = audit;
    this.actors = actors;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** A change that somebody made. */
  record Change(String at, String who, String what) {}

  /** A line of the list: its address and its cells. */
  record Line(String href, String first, List<String> cells, boolean faded) {}

  /** A link to what belongs to a thing. */
  record Belonging(String href, String title) {}

  ResponseEntity<String> list(
      SettingsTopic topic,
      String search,
      String of,
      int page,
      boolean isSaved,
      String deleted,
      Visitor visitor) {
    String text = search.strip().substring(0, Math.min(LONGEST_SEARCH, search.strip().length()));
    int number = Math.max(0, Math.min(LAST_PAGE, page));
    Page<SettingsRow> found = topic.rows(text, of, PageRequest.of(number, ON_A_PAGE), visitor);
    Locale locale = visitor.locale();
    Map<String, Object> model = layout.model(visitor, topic.name());
    model.put("topic", topic);
    model.put("q", text);
    model.put("of", of);
    model.put(
        "columns", topic.columns().stream().map(one -> words.label(topic, one, locale)).toList());
    model.put("rows", found.stream().map(row -> line(topic, row)).toList());
    model.put("count", found.getTotalElements());
    model.put("saved", isSaved);
    model.put("deleted", deleted);
    model.put("newPath", link(topic.path() + "/new", "of", of));
    model.put("pageNumber", pages.words("list.page", locale, number + 1));
    model.put("previous", found.hasPrevious() ? pageLink(topic, text, of, number - 1) : null);
    model.put(
        "next",
        found.hasNext() && number < LAST_PAGE ? pageLink(topic, text, of, number + 1) : null);
    return layout.answer(HttpStatus.OK, "admin-list", visitor, model);
  }

  private static Line line(SettingsTopic topic, SettingsRow row) {
    return new Line(
        path(topic, row.id()),
        row.cells().get(0),
        row.cells().subList(1, row.cells().size()),
        row.faded());
  }

  private static String path(SettingsTopic topic, String id) {
    return UriComponentsBuilder.fromPath(topic.path())
        .pathSegment("{id}")
        .encode()
        .buildAndExpand(id)
        .toUriString();
  }

  private static String link(String path, String name, String value) {
    UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
    return value == null
        ? path
        : link.queryParam(name, "{value}").encode().buildAndExpand(value).toUriString();
  }

  private static String pageLink(SettingsTopic topic, String search, String of, int page) {
    return UriComponentsBuilder.fromUriString(link(topic.path(), "of", of))
        .queryParam("q", "{q}")
        .queryParam("page", page)
        .encode()
        .buildAndExpand(search)
        .toUriString();
  }

  /** The form: 422 with problems, 409 if somebody else was faster. */
  ResponseEntity<String> form(SettingsTopic topic, SettingsForm form, Visitor visitor) {
    return form(topic, form, null, visitor);
  }

  /**
   * @param done the act that was just done; null for none
   */
  ResponseEntity<String> form(
      SettingsTopic topic, SettingsForm form, String done, Visitor visitor) {
    Locale locale = visitor.locale();
    Map<String, Object> model = layout.model(visitor, topic.name());
    model.put("topic", topic);
    model.put("form", form);
    model.put("fields", words.fields(topic, form, locale));
    model.put("problems", words.otherProblems(topic, form, locale));
    model.put("changeable", form.id() == null || topic.canChange(form.id()));
    model.put("deletable", form.id() != null && topic.canDelete(form.id()));
    model.put("title", form.id() == null ? null : topic.title(form.values(), visitor));
    model.put("back", link(topic.path(), "of", form.id() == null ? null : topic.of(form.id())));
    model.put("aside", topic.aside(form.id(), visitor).orElse(null));
    model.put("path", form.id() == null ? topic.path() + "/new" : path(topic, form.id()));
    List<String> acts = form.id() == null ? List.of() : topic.acts(form.id());
    model.put("acts", acts);
    model.put("done", done != null && words.knows(topic, done) ? done : null);
    model.put("note", form.id() == null ? null : note(topic, form.id(), visitor));
    model.put("changes", form.id() == null ? List.of() : changes(topic, form.id(), visitor));
    model.put("belongings", form.id() == null ? List.of() : belongings(topic, form.id(), locale));
    return layout.answer(status(form), "admin-form", visitor, model);
  }

  private String note(SettingsTopic topic, String id, Visitor visitor) {
    return topic.note(id).map(text -> pages.words(text, visitor, clock.instant())).orElse(null);
  }

  private static HttpStatus status(SettingsForm form) {
    if (form.conflict()) {
      return HttpStatus.CONFLICT;
    }
    return form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  private List<Change> changes(SettingsTopic topic, String id, Visitor visitor) {
    if (!access.may(Permission.READ_AUDIT)) {
      return List.of();
    }
    Instant now = clock.instant();
    AuditQuery query =
        new AuditQuery(null, null, null, null, topic.subject(id), topic.changesWith(id));
    return audit.newest(query, SHOWN_CHANGES).stream()
        .map(record -> change(record, visitor, now))
        .toList();
  }

  private Change change(AuditRecord record, Visitor visitor, Instant now) {
    return new Change(
        visitor.at(record.at(), now), actors.of(record.actor(), visitor.locale()), record.words());
  }

  private List<Belonging> belongings(SettingsTopic topic, String id, Locale locale) {
    return topic.belongings().stream()
        .map(topics::get)
        .filter(other -> access.may(other.permission()))
        .map(
            other ->
                new Belonging(
                    link(other.path(), "of", id), pages.words("admin." + other.name(), locale)))
        .toList();
  }

  ResponseEntity<String> leadTo(String path, String name, String value) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(link(path, name, value)))
        .build();
  }
}
