package dev.baton.admin.web;

import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.web.NotFound;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of a topic, and the form of one thing. */
@RestController
@RequestMapping(path = AdminLayout.PATH, produces = "text/html;charset=UTF-8")
@Hidden
class SettingsController {

  private final SettingsTopics topics;
  private final SettingsPages pages;
  private final PageAccess access;

  SettingsController(SettingsTopics topics, SettingsPages pages, PageAccess access) {
    this.topics = topics;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping("/{topic}")
  ResponseEntity<String> list(
      @PathVariable String topic,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String of,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(required = false) String saved,
      @RequestParam(required = false) String deleted) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    if (known.only() != null) {
      return one(topic, known.only(), saved, null);
    }
    return pages.list(known, q, of, page, saved != null, deleted, visitor);
  }

  @GetMapping("/{topic}/new")
  ResponseEntity<String> blank(
      @PathVariable String topic, @RequestParam(required = false) String of) {
    SettingsTopic known = topics.creatable(topic);
    Visitor visitor = access.visitor(known.permission());
    return pages.form(known, SettingsForm.blank(known.initial(of)), visitor);
  }

  @GetMapping("/{topic}/{id}")
  ResponseEntity<String> one(
      @PathVariable String topic,
      @PathVariable String id,
      @RequestParam(required = false) String saved,
      @RequestParam(required = false) String done) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    SettingsForm form = SettingsForm.of(id, current(known, id), saved != null);
    return pages.form(known, form, done, visitor);
  }

  @PostMapping("/{topic}/new")
  ResponseEntity<String> create(
      @PathVariable String topic, @RequestParam MultiValueMap<String, String> given) {
    SettingsTopic known = topics.creatable(topic);
    Visitor visitor = access.visitor(known.permission());
    SettingsValues values = SettingsValues.submitted(known.fields(), given);
    SettingsForm form = SettingsForm.blank(values);
    List<FieldError> problems =
        SettingsCheck.problems(known.fields(), values, new SettingsValues());
    if (problems.isEmpty() && exists(known, values)) {
      return pages.form(known, form.taken(known), visitor);
    }
    return problems.isEmpty()
        ? save(known, form, visitor)
        : pages.form(known, form.with(problems), visitor);
  }

  @PostMapping("/{topic}/{id}")
  ResponseEntity<String> change(
      @PathVariable String topic,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> given) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    if (!known.canChange(id)) {
      throw new NotFound("page", topic + "/" + id);
    }
    SettingsValues now = current(known, id);
    SettingsValues values = SettingsValues.submitted(known.fields(), given);
    known.fields().stream()
        .filter(SettingsField::fixed)
        .forEach(field -> values.withAll(field.name(), now.all(field.name())));
    SettingsForm form = SettingsForm.of(id, values, now);
    List<FieldError> problems = SettingsCheck.problems(known.fields(), values, now);
    if (!problems.isEmpty()) {
      return pages.form(known, form.with(problems), visitor);
    }
    return now.fingerprint().equals(given.getFirst("seen"))
        ? save(known, form, visitor)
        : pages.form(known, form.changedMeanwhile(), visitor);
  }

  @PostMapping("/{topic}/{id}/delete")
  ResponseEntity<String> delete(@PathVariable String topic, @PathVariable String id) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    if (!known.canDelete(id)) {
      throw new NotFound("page", topic + "/delete");
    }
    SettingsValues now = current(known, id);
    try {
      known.delete(id);
    } catch (InvalidInput refused) {
      return pages.form(known, SettingsForm.of(id, now, now).with(refused.problems()), visitor);
    }
    return pages.leadTo(known.path(), "deleted", id);
  }

  @PostMapping("/{topic}/{id}/acts/{act}")
  ResponseEntity<String> act(
      @PathVariable String topic, @PathVariable String id, @PathVariable String act) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    SettingsValues now = current(known, id);
    if (!known.acts(id).contains(act)) {
      throw new NotFound("page", topic + "/" + id + "/acts/" + act);
    }
    try {
      known.act(id, act);
    } catch (InvalidInput refused) {
      return pages.form(known, SettingsForm.of(id, now, now).with(refused.problems()), visitor);
    }
    return pages.leadTo(known.path() + "/" + id, "done", act);
  }

  private ResponseEntity<String> save(SettingsTopic topic, SettingsForm form, Visitor visitor) {
    try {
      String secret = topic.save(form.values());
      String id = topic.idOf(form.values());
      return secret == null
          ? pages.leadTo(id == null ? topic.path() : topic.path() + "/" + id, "saved", "")
          : pages.form(
              topic, SettingsForm.of(id, current(topic, id), true).showing(secret), visitor);
    } catch (InvalidInput refused) {
      return pages.form(topic, form.with(refused.problems()), visitor);
    } catch (DuplicateKeyException taken) {
      return pages.form(topic, form.taken(topic), visitor);
    }
  }

  private static boolean exists(SettingsTopic topic, SettingsValues values) {
    String id = topic.idOf(values);
    return id != null && topic.find(id).isPresent();
  }

  private static SettingsValues current(SettingsTopic topic, String id) {
    return topic.find(id).orElseThrow(() -> new NotFound("page", topic.name() + "/" + id));
  }
}
