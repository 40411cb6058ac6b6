package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of agreements: found, tried, published and compared. */
@RestController
@RequestMapping(path = "/desk/admin", produces = "text/html;charset=UTF-8")
@Hidden
@Order(20)
class AgreementPageController implements AdminPage {

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final AgreementTemplates templates;
  private final AgreementPages pages;
  private final DefinitionWords words;
  private final VersionHistory history;
  private final AdminLayout layout;
  private final PageAccess access;

  AgreementPageController(
      PublishedAgreements published,
      PublishAgreements publish,
      AgreementTemplates templates,
      AgreementPages pages,
      DefinitionWords words,
      VersionHistory history,
      AdminLayout layout,
      PageAccess access) {
    this.published = published;
    this.publish = publish;
    this.templates = templates;
    this.pages = pages;
    this.words = words;
    this.history = history;
    this.layout = layout;
    this.access = access;
  }

  @Override
  public String name() {
    return AgreementPages.NAME;
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.AGREEMENTS;
  }

  @Override
  public Permission permission() {
    return Permission.READ_AGREEMENTS;
  }

  @GetMapping("/new-agreement")
  ResponseEntity<String> blank(
      @RequestParam(required = false) AgreementTemplates.Template template,
      @RequestParam(required = false) String copy) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    if (template == null && copy == null) {
      Map<String, Object> model = layout.model(visitor, AgreementPages.NAME);
      model.put("templates", AgreementTemplates.Template.values());
      model.put("known", published.agreements().stream().map(PublishedVersion::name).toList());
      return layout.answer(HttpStatus.OK, "admin-agreement-new", visitor, model);
    }
    AgreementDefinition begun =
        template == null ? versions(copy).get(0).definition() : templates.of(template);
    FormValues form = new AgreementFields(begun).write().with("name", "");
    return pages.one(new AgreementPages.Shown(null, 0, List.of(), form, null), visitor);
  }

  @GetMapping("/agreements/{name}")
  ResponseEntity<String> one(
      @PathVariable String name,
      @RequestParam(name = "published", required = false) String publishedNow) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    List<PublishedVersion<AgreementDefinition>> versions = versions(name);
    FormValues form = new AgreementFields(VersionHistory.newest(versions)).write();
    String notice = history.notice(publishedNow, versions, visitor);
    int newest = VersionHistory.newestNumber(versions);
    return pages.one(new AgreementPages.Shown(name, newest, versions, form, notice), visitor);
  }

  @GetMapping("/agreements/{name}/compare")
  ResponseEntity<String> compare(
      @PathVariable String name,
      @RequestParam(required = false) Integer from,
      @RequestParam(required = false) Integer to) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    Locale locale = visitor.locale();
    Map<String, Object> model = layout.model(visitor, AgreementPages.NAME);
    model.put("name", name);
    model.put("path", AgreementPages.path(name));
    model.putAll(
        VersionHistory.comparison(versions(name), from, to, one -> words.rows(one, locale)));
    return layout.answer(HttpStatus.OK, "admin-versions", visitor, model);
  }

  @PostMapping("/new-agreement")
  ResponseEntity<String> checkNew(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    FormValues form = FormValues.of(given);
    FormProblems problems = new FormProblems();
    AgreementDefinition draft = new AgreementFields(null).read(form.get("name"), form, problems);
    if (!published.agreement(draft.name()).isEmpty()) {
      problems.about("name", "refused.settings.taken");
    }
    return check(
        new AgreementPages.Shown(null, 0, List.of(), form, null), draft, problems, visitor);
  }

  @PostMapping("/agreements/{name}/check")
  ResponseEntity<String> check(
      @PathVariable String name, @RequestParam int seen, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    FormValues form = FormValues.of(given);
    FormProblems problems = new FormProblems();
    List<PublishedVersion<AgreementDefinition>> versions = versions(name);
    AgreementDefinition stored = VersionHistory.version(versions, seen).definition();
    AgreementDefinition draft = new AgreementFields(stored).read(name, form, problems);
    return check(
        new AgreementPages.Shown(name, seen, versions, form, null), draft, problems, visitor);
  }

  @PostMapping("/agreements/{name}/publish")
  ResponseEntity<String> publish(
      @PathVariable String name, @RequestParam int seen, @RequestParam String yaml) {
    Visitor visitor = access.visitor(Permission.PUBLISH_AGREEMENTS);
    AgreementDraft document = AgreementDraft.ofYaml(yaml);
    AgreementDefinition draft =
        document.document().agreements().stream()
            .filter(one -> name.equals(one.name()))
            .findFirst()
            .orElseThrow(() -> new NotFound("agreement", name));
    try {
      publish.publish(draft, seen);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(AgreementPages.path(name) + "?published="))
          .build();
    } catch (OptimisticLockingFailureException late) {
      return pages.late(shown(draft), visitor);
    } catch (InvalidDefinition refused) {
      return pages.refused(shown(draft), problems(refused, draft), visitor);
    }
  }

  /** A draft that could not be published, based on the newest version. */
  private AgreementPages.Shown shown(AgreementDefinition draft) {
    List<PublishedVersion<AgreementDefinition>> versions = published.agreement(draft.name());
    return new AgreementPages.Shown(
        versions.isEmpty() ? null : draft.name(),
        VersionHistory.newestNumber(versions),
        versions,
        new AgreementFields(draft).write(),
        null);
  }

  private ResponseEntity<String> check(
      AgreementPages.Shown shown,
      AgreementDefinition draft,
      FormProblems problems,
      Visitor visitor) {
    if (!shown.form().isComplete()) {
      problems.about("form", "refused.agreement.incomplete");
    }
    if (!problems.isEmpty()) {
      return pages.refused(shown, problems, visitor);
    }
    try {
      return pages.checked(shown, draft, visitor);
    } catch (InvalidDefinition refused) {
      return pages.refused(shown, problems(refused, draft), visitor);
    }
  }

  private static FormProblems problems(InvalidDefinition refused, AgreementDefinition draft) {
    FormProblems problems = new FormProblems();
    refused
        .flaws()
        .forEach(flaw -> problems.about(flaw, part -> AgreementFields.fieldOf(draft, part)));
    return problems;
  }

  private List<PublishedVersion<AgreementDefinition>> versions(String name) {
    List<PublishedVersion<AgreementDefinition>> versions = published.agreement(name);
    if (versions.isEmpty()) {
      throw new NotFound("agreement", name);
    }
    return versions;
  }
}
