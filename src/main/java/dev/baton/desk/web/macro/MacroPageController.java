package dev.baton.desk.web.macro;

import dev.baton.access.PermissionDenied;
import dev.baton.desk.macro.Macro;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ChangedMeanwhile;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.template.SeenVersion;
import dev.baton.desk.web.template.Sharing;
import dev.baton.desk.web.template.SharingChoices;
import dev.baton.desk.web.template.WritingAccess;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The page of the macros: list, create, change and delete. */
@RestController
@RequestMapping(path = "/desk/macros", produces = "text/html;charset=UTF-8")
@Hidden
class MacroPageController {

  private static final String LIST = "/desk/macros";

  private final Macros macros;
  private final ReplyTemplates templates;
  private final TemplateKeepers keepers;
  private final SharingChoices sharing;
  private final MacroPages views;
  private final MacroValues values;
  private final WritingAccess access;
  private final PageRenderer pages;

  MacroPageController(
      Macros macros,
      ReplyTemplates templates,
      TemplateKeepers keepers,
      SharingChoices sharing,
      MacroPages views,
      MacroValues values,
      WritingAccess access,
      PageRenderer pages) {
    this.macros = macros;
    this.templates = templates;
    this.keepers = keepers;
    this.sharing = sharing;
    this.views = views;
    this.values = values;
    this.access = access;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> list(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    return views.list(given, keeper(visitor), visitor);
  }

  @GetMapping("/new")
  ResponseEntity<String> blank() {
    Visitor visitor = access.visitor();
    return views.form(null, MacroForm.EMPTY, Map.of(), keeper(visitor), visitor);
  }

  @GetMapping("/{id}")
  ResponseEntity<String> one(@PathVariable long id) {
    Visitor visitor = access.visitor();
    TemplateKeeper keeper = keeper(visitor);
    Macro macro = seen(id, keeper);
    return views.form(macro, MacroForm.of(macro), Map.of(), keeper, visitor);
  }

  @PostMapping("/new")
  ResponseEntity<String> create(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    return save(null, MacroForm.of(given), keeper(visitor), visitor);
  }

  @PostMapping("/{id}")
  ResponseEntity<String> change(@PathVariable long id, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    TemplateKeeper keeper = keeper(visitor);
    MacroForm form = MacroForm.of(given);
    boolean isGone =
        !form.seen().isEmpty()
            && find(id, keeper).filter(now -> keeps(keeper, now) || isSeen(now, form)).isEmpty();
    return isGone
        ? again(null, form, "macros.gone", keeper, visitor)
        : save(kept(id, keeper, visitor), form, keeper, visitor);
  }

  /** Categories in use. */
  @GetMapping(path = "/categories", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> categories(@RequestParam(defaultValue = "") String q) {
    access.visitor();
    return suggestions(
        values.categories(q.strip()).stream()
            .map(name -> new Suggestion(name, name, null, null))
            .toList());
  }

  /** Services of any client. */
  @GetMapping(path = "/services", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> services(@RequestParam(defaultValue = "") String q) {
    access.visitor();
    return suggestions(
        values.services(q.strip()).stream()
            .map(one -> new Suggestion(one.code(), one.name(), one.code(), null))
            .toList());
  }

  private static ResponseEntity<List<Suggestion>> suggestions(List<Suggestion> found) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  /** The confirmation is on the page: this deletes. */
  @PostMapping("/{id}/delete")
  ResponseEntity<String> delete(@PathVariable long id) {
    Visitor visitor = access.visitor();
    macros.delete(kept(id, keeper(visitor), visitor).id());
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LIST + "?done=deleted"))
        .build();
  }

  private ResponseEntity<String> save(
      Macro before, MacroForm form, TemplateKeeper keeper, Visitor visitor) {
    Sharing current = before == null ? null : MacroForm.sharingOf(before);
    Optional<Sharing> whose = sharing.chosen(form.sharing(), keeper, current);
    Macro macro = form.macro(before == null ? 0 : before.id(), whose.orElse(null), keeper, values);
    ReplyTemplate text =
        macro.template() == null
            ? null
            : templates
                .find(macro.template())
                .filter(one -> keeper.sees(one.scope(), one.owner(), one.team()))
                .orElse(null);
    Map<String, String> problems = new LinkedHashMap<>();
    MacroForm.problems(macro, text)
        .forEach((field, key) -> problems.put(field, pages.words(key, visitor.locale())));
    problems.putAll(values.problems(macro, visitor.locale()));
    if (whose.isEmpty()) {
      problems.put("sharing", pages.words("writing.notForThem", visitor.locale()));
    }
    if (problems.isEmpty() && macros.isTaken(macro)) {
      problems.put("name", pages.words("writing.nameTaken", visitor.locale()));
    }
    if (problems.isEmpty() && macros.isFull(macro)) {
      problems.put("sharing", pages.words("macros.full", visitor.locale(), Macros.MOST));
    }
    return problems.isEmpty()
        ? store(macro, form, keeper, visitor)
        : views.form(before, form, problems, keeper, visitor);
  }

  private ResponseEntity<String> store(
      Macro macro, MacroForm form, TemplateKeeper keeper, Visitor visitor) {
    try {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(LIST + "?saved=" + macros.save(macro)))
          .build();
    } catch (ChangedMeanwhile changed) {
      return find(macro.id(), keeper)
          .filter(now -> keeps(keeper, now))
          .map(now -> again(now, form, "macros.changed", keeper, visitor))
          .orElseGet(() -> again(null, form, "macros.gone", keeper, visitor));
    }
  }

  /**
   * Shows what was chosen; saving again changes this version, or creates a new one.
   *
   * @param now null if there is none that the person may change
   */
  private ResponseEntity<String> again(
      Macro now, MacroForm form, String key, TemplateKeeper keeper, Visitor visitor) {
    Map<String, String> problem = Map.of(MacroPages.CONFLICT, pages.words(key, visitor.locale()));
    MacroForm chosen = form.having(now == null ? null : now.changedAt());
    return views.form(now, chosen, problem, keeper, visitor);
  }

  private TemplateKeeper keeper(Visitor visitor) {
    return keepers.of(visitor.caller().login());
  }

  private Optional<Macro> find(long id, TemplateKeeper keeper) {
    return macros.find(id).filter(one -> keeper.sees(one.scope(), one.owner(), one.team()));
  }

  private static boolean isSeen(Macro now, MacroForm form) {
    return SeenVersion.of(now.changedAt()).equals(form.seen());
  }

  private static boolean keeps(TemplateKeeper keeper, Macro macro) {
    return keeper.keeps(macro.scope(), macro.owner(), macro.team());
  }

  private Macro seen(long id, TemplateKeeper keeper) {
    return find(id, keeper).orElseThrow(() -> new NotFound("macro", String.valueOf(id)));
  }

  private Macro kept(long id, TemplateKeeper keeper, Visitor visitor) {
    Macro macro = seen(id, keeper);
    if (!keeps(keeper, macro)) {
      throw new PermissionDenied(pages.words("macros.notYours", visitor.locale()));
    }
    return macro;
  }
}
