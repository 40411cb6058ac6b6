package dev.baton.desk.web.macro;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ReplyTemplateQueries;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateName;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.template.Sharing;
import dev.baton.desk.web.template.SharingChoices;
import dev.baton.desk.web.template.SharingChoices.Choice;
import dev.baton.desk.web.template.WritingList;
import dev.baton.incident.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the list of the macros and the form of one. */
@Component
class MacroPages {

  /** In place of a field: somebody else was faster. */
  static final String CONFLICT = "conflict";

  private final Macros macros;
  private final ReplyTemplateQueries templates;
  private final SharingChoices sharing;
  private final MacroWords words;
  private final MacroValues values;
  private final PageLayout frame;
  private final PageRenderer pages;
  private final Clock clock;

  MacroPages(
      Macros macros,
      ReplyTemplateQueries templates,
      SharingChoices sharing,
      MacroWords words,
      MacroValues values,
      PageLayout frame,
      PageRenderer pages,
      Clock clock) {
    this.macros = macros;
    this.templates = templates;
    this.sharing = sharing;
    this.words = words;
    this.values = values;
    this.frame = frame;
    this.pages = pages;
    this.clock = clock;
  }

  /** A macro as the list shows it. */
  record Row(long id, String name, String sharing, String does, String at) {}

  ResponseEntity<String> list(Map<String, String> given, TemplateKeeper keeper, Visitor visitor) {
    WritingList asked = WritingList.of(given);
    Page<Macro> found =
        macros.of(keeper, asked.q(), PageRequest.of(asked.page(), WritingList.ON_A_PAGE));
    Instant now = clock.instant();
    Map<String, Object> model = frame.model(visitor);
    model.putAll(asked.model("/desk/macros", found, pages, visitor.locale()));
    Map<String, String> services = values.serviceNames(found.getContent());
    model.put("rows", found.stream().map(one -> row(one, services, visitor, now)).toList());
    model.put(
        "done",
        asked.saved() != null
            ? macros
                .find(asked.saved())
                .filter(one -> keeper.sees(one.scope(), one.owner(), one.team()))
                .map(one -> pages.words("macros.saved", visitor.locale(), one.name()))
                .orElse(null)
            : asked.isDeleted() ? pages.words("macros.deleted", visitor.locale()) : null);
    return html(HttpStatus.OK, pages.page("macros", visitor.locale(), model));
  }

  private Row row(Macro macro, Map<String, String> services, Visitor visitor, Instant now) {
    return new Row(
        macro.id(),
        macro.name(),
        sharing.label(MacroForm.sharingOf(macro), visitor),
        String.join(" · ", words.of(macro, services, visitor.locale())),
        visitor.at(macro.changedAt(), now));
  }

  /**
   * @param macro null for a new one
   * @param problems by field; answered with 422 if there are any, or 409 for a {@link #CONFLICT}
   */
  ResponseEntity<String> form(
      Macro macro,
      MacroForm form,
      Map<String, String> problems,
      TemplateKeeper keeper,
      Visitor visitor) {
    boolean mayKeep = macro == null || keeper.keeps(macro.scope(), macro.owner(), macro.team());
    Sharing current = macro == null ? null : MacroForm.sharingOf(macro);
    Map<String, Object> model = frame.model(visitor);
    model.put("id", macro == null ? null : macro.id());
    model.put("form", form);
    model.put("problems", problems);
    model.put("mayKeep", mayKeep);
    model.put(
        "choices",
        mayKeep
            ? sharing.of(keeper, current, false, visitor)
            : List.of(new Choice(form.sharing(), sharing.label(current, visitor))));
    model.put("levels", names("level", Arrays.asList(Level.values()), visitor));
    model.put("acts", names("act", Macro.ACTS, visitor));
    model.put("codes", names("resolution", MacroForm.CODES, visitor));
    model.put("templates", templates(macro, keeper, visitor));
    return html(status(problems), pages.page("macro", visitor.locale(), model));
  }

  private List<Choice> names(String prefix, List<? extends Enum<?>> values, Visitor visitor) {
    return values.stream()
        .map(value -> new Choice(value.name(), pages.name(prefix, value, visitor.locale())))
        .toList();
  }

  private List<Choice> templates(Macro macro, TemplateKeeper keeper, Visitor visitor) {
    String owner = macro == null || macro.owner() == null ? keeper.login() : macro.owner();
    Long current = macro == null ? null : macro.template();
    return templates.forMacro(keeper, owner, current).stream()
        .map(one -> new Choice(String.valueOf(one.id()), label(one, visitor)))
        .toList();
  }

  private String label(TemplateName template, Visitor visitor) {
    Sharing whose =
        new Sharing(template.scope(), template.owner(), template.team(), template.client());
    return template.name(visitor.locale()) + " (" + sharing.label(whose, visitor) + ")";
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
