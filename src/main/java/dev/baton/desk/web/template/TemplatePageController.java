package dev.baton.desk.web.template;

import dev.baton.access.PermissionDenied;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ChangedMeanwhile;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of the reply templates: list, create, change, delete, and try on an incident. */
@RestController
@RequestMapping(path = "/desk/templates", produces = "text/html;charset=UTF-8")
@Hidden
class TemplatePageController {

  private static final String LIST = "/desk/templates";

  private final ReplyTemplates templates;
  private final Macros macros;
  private final TemplateKeepers keepers;
  private final SharingChoices sharing;
  private final TemplatePages views;
  private final WritingAccess access;
  private final PageRenderer pages;

  TemplatePageController(
      ReplyTemplates templates,
      Macros macros,
      TemplateKeepers keepers,
      SharingChoices sharing,
      TemplatePages views,
      WritingAccess access,
      PageRenderer pages) {
    this.templates = templates;
    this.macros = macros;
    this.keepers = keepers;
    this.sharing = sharing;
    this.views = views;
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
    return views.form(null, TemplateForm.EMPTY, Map.of(), keeper(visitor), visitor);
  }

  @GetMapping("/{id}")
  ResponseEntity<String> one(@PathVariable long id) {
    Visitor visitor = access.visitor();
    TemplateKeeper keeper = keeper(visitor);
    ReplyTemplate template = seen(id, keeper);
    return views.form(template, TemplateForm.of(template), Map.of(), keeper, visitor);
  }

  @PostMapping("/new")
  ResponseEntity<String> create(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    return save(null, TemplateForm.of(given), keeper(visitor), visitor);
  }

  @PostMapping("/{id}")
  ResponseEntity<String> change(@PathVariable long id, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    TemplateKeeper keeper = keeper(visitor);
    TemplateForm form = TemplateForm.of(given);
    boolean isGone =
        !form.seen().isEmpty()
            && find(id, keeper).filter(now -> keeps(keeper, now) || isSeen(now, form)).isEmpty();
    return isGone
        ? again(null, form, "templates.gone", keeper, visitor)
        : save(kept(id, keeper, visitor), form, keeper, visitor);
  }

  /** The confirmation is on the page: this deletes. */
  @PostMapping("/{id}/delete")
  ResponseEntity<String> delete(@PathVariable long id) {
    Visitor visitor = access.visitor();
    TemplateKeeper keeper = keeper(visitor);
    ReplyTemplate template = kept(id, keeper, visitor);
    List<String> users = macros.writing(id);
    if (!users.isEmpty()) {
      Map<String, String> problem =
          Map.of(
              "delete",
              pages.words("templates.usedBy", visitor.locale(), String.join(", ", users)));
      return views.form(template, TemplateForm.of(template), problem, keeper, visitor);
    }
    templates.delete(id);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LIST + "?done=deleted"))
        .build();
  }

  /** What a client would read if somebody sent it on this incident. */
  @PostMapping("/preview")
  ResponseEntity<String> preview(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    return views.preview(given, visitor);
  }

  private ResponseEntity<String> save(
      ReplyTemplate before, TemplateForm form, TemplateKeeper keeper, Visitor visitor) {
    Map<String, String> problems = form.problems(pages, visitor.locale());
    Sharing current = before == null ? null : TemplateForm.sharingOf(before);
    Optional<Sharing> whose = sharing.chosen(form.sharing(), keeper, current);
    if (whose.isEmpty()) {
      problems.put("sharing", pages.words("writing.notForThem", visitor.locale()));
    } else if (before != null
        && !whose.get().equals(current)
        && !macros.writing(before.id()).isEmpty()) {
      problems.put(
          "sharing",
          pages.words(
              "templates.sharedByMacro",
              visitor.locale(),
              String.join(", ", macros.writing(before.id()))));
    }
    if (problems.isEmpty()) {
      ReplyTemplate template = form.template(before == null ? 0 : before.id(), whose.get(), keeper);
      if (templates.isTaken(template)) {
        problems.put("name", pages.words("writing.nameTaken", visitor.locale()));
      } else if (templates.isFull(template)) {
        problems.put(
            "sharing", pages.words("templates.full", visitor.locale(), ReplyTemplates.MOST));
      } else {
        return store(template, form, keeper, visitor);
      }
    }
    return views.form(before, form, problems, keeper, visitor);
  }

  private ResponseEntity<String> store(
      ReplyTemplate template, TemplateForm form, TemplateKeeper keeper, Visitor visitor) {
    try {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(LIST + "?saved=" + templates.save(template)))
          .build();
    } catch (ChangedMeanwhile changed) {
      return find(template.id(), keeper)
          .filter(now -> keeps(keeper, now))
          .map(now -> again(now, form, "templates.changed", keeper, visitor))
          .orElseGet(() -> again(null, form, "templates.gone", keeper, visitor));
    }
  }

  /**
   * Shows what was typed; saving again changes this version, or creates a new one.
   *
   * @param now null if there is none that the person may change
   */
  private ResponseEntity<String> again(
      ReplyTemplate now, TemplateForm form, String key, TemplateKeeper keeper, Visitor visitor) {
    Map<String, String> problem =
        Map.of(TemplatePages.CONFLICT, pages.words(key, visitor.locale()));
    TemplateForm typed = form.having(now == null ? null : now.changedAt());
    return views.form(now, typed, problem, keeper, visitor);
  }

  private TemplateKeeper keeper(Visitor visitor) {
    return keepers.of(visitor.caller().login());
  }

  private Optional<ReplyTemplate> find(long id, TemplateKeeper keeper) {
    return templates.find(id).filter(one -> keeper.sees(one.scope(), one.owner(), one.team()));
  }

  private static boolean isSeen(ReplyTemplate now, TemplateForm form) {
    return SeenVersion.of(now.changedAt()).equals(form.seen());
  }

  private static boolean keeps(TemplateKeeper keeper, ReplyTemplate template) {
    return keeper.keeps(template.scope(), template.owner(), template.team());
  }

  private ReplyTemplate seen(long id, TemplateKeeper keeper) {
    return find(id, keeper).orElseThrow(() -> new NotFound("template", String.valueOf(id)));
  }

  private ReplyTemplate kept(long id, TemplateKeeper keeper, Visitor visitor) {
    ReplyTemplate template = seen(id, keeper);
    if (!keeps(keeper, template)) {
      throw new PermissionDenied(pages.words("templates.notYours", visitor.locale()));
    }
    return template;
  }
}
