package dev.baton.desk.web.incident;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.macro.MacroValues;
import dev.baton.desk.web.macro.MacroWords;
import dev.baton.desk.web.template.FillTemplate;
import dev.baton.desk.web.template.WritingAccess;
import dev.baton.incident.IncidentView;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The macros of an incident: which there are, what one would do now, and doing it. */
@RestController
@RequestMapping("/desk/incidents/{number}/macros")
@Hidden
class IncidentMacroController {

  private final Macros macros;
  private final MacroSteps steps;
  private final MacroWords does;
  private final MacroValues values;
  private final RunMacro run;
  private final MacroText texts;
  private final FillTemplate fill;
  private final TemplateKeepers keepers;
  private final IncidentFragments parts;
  private final IncidentAnswers answers;
  private final WritingAccess writing;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentMacroController(
      Macros macros,
      MacroSteps steps,
      MacroWords does,
      MacroValues values,
      RunMacro run,
      MacroText texts,
      FillTemplate fill,
      TemplateKeepers keepers,
      IncidentFragments parts,
      IncidentAnswers answers,
      WritingAccess writing,
      PageAccess access,
      PageRenderer pages) {
    this.macros = macros;
    this.steps = steps;
    this.does = does;
    this.values = values;
    this.run = run;
    this.texts = texts;
    this.fill = fill;
    this.keepers = keepers;
    this.parts = parts;
    this.answers = answers;
    this.writing = writing;
    this.access = access;
    this.pages = pages;
  }

  /** A macro to choose. */
  record Option(long id, String name, String does) {

    /** Whether all of the words are in its name or in what it does. */
    boolean has(List<String> words) {
      String all = (name + " " + does).toLowerCase(Locale.ROOT);
      return words.stream().allMatch(all::contains);
    }

    boolean hasInName(List<String> words) {
      return words.stream().allMatch(name.toLowerCase(Locale.ROOT)::contains);
    }
  }

  /**
   * Their names, as options of a list: first those with the words in their name.
   *
   * @param q words in the name or in what it does, in the visitor's language; empty for all
   */
  @GetMapping
  ResponseEntity<String> list(
      @PathVariable String number, @RequestParam(defaultValue = "") String q) {
    Visitor visitor = writing.writer();
    access.incident(visitor, number);
    List<String> words = List.of(q.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    List<Macro> usable = macros.usable(keeper(visitor));
    Map<String, String> services = values.serviceNames(usable);
    List<Option> matching =
        usable.stream()
            .map(macro -> option(macro, services, visitor))
            .filter(one -> one.has(words))
            .sorted(Comparator.comparing(one -> !one.hasInName(words)))
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("list", OptionList.firstOf(matching));
    return IncidentPageController.html(
        pages.part("composer", "macroOptions", visitor.locale(), model));
  }

  private Option option(Macro macro, Map<String, String> services, Visitor visitor) {
    return new Option(
        macro.id(), macro.name(), String.join(" · ", does.of(macro, services, visitor.locale())));
  }

  /** What would happen now, with the text to be edited; or what prevents it. */
  @GetMapping("/{id}")
  ResponseEntity<String> preview(@PathVariable String number, @PathVariable long id) {
    Visitor visitor = writing.writer();
    IncidentView incident = access.incident(visitor, number);
    Macro macro = macro(id, visitor);
    List<MacroSteps.Step> planned = steps.of(macro, incident, visitor);
    Map<String, Object> model = new HashMap<>();
    model.put("base", "/desk/incidents/" + incident.number());
    model.put("macro", macro);
    model.put("steps", planned);
    model.put("possible", planned.stream().allMatch(step -> step.problem() == null));
    model.put("once", UUID.randomUUID().toString());
    model.put("text", null);
    model.put("missing", null);
    texts
        .of(macro, incident, visitor)
        .ifPresent(template -> model.putAll(filled(template, incident, visitor)));
    return IncidentPageController.html(pages.part("composer", "macro", visitor.locale(), model));
  }

  private Map<String, Object> filled(
      ReplyTemplate template, IncidentView incident, Visitor visitor) {
    Locale language = fill.languageOf(incident);
    FillTemplate.FilledText filled =
        fill.fill(template.text(language), language, incident, visitor);
    Map<String, Object> model = new HashMap<>();
    model.put("text", filled.text());
    if (!filled.missing().isEmpty()) {
      model.put(
          "missing",
          pages.words("templates.missing", visitor.locale(), String.join(", ", filled.missing())));
    }
    return model;
  }

  @PostMapping("/{id}")
  ResponseEntity<String> run(
      @PathVariable String number,
      @PathVariable long id,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String once,
      @RequestParam Map<String, String> given) {
    Visitor visitor = writing.writer();
    IncidentView incident = access.incident(visitor, number);
    Macro macro = macro(id, visitor);
    ResponseEntity<String> answer =
        answers.answer(
            incident,
            visitor,
            given,
            () -> {
              boolean isNew = run.run(macro, incident, text, once, visitor);
              return now ->
                  pages.words(
                      isNew ? "macros.ran" : "macros.ranBefore", visitor.locale(), macro.name());
            });
    return answer.getStatusCode().is2xxSuccessful()
        ? IncidentPageController.html(
            answer.getBody() + IncidentFragments.outOfBand(parts.message(incident, visitor)))
        : answer;
  }

  private TemplateKeeper keeper(Visitor visitor) {
    return keepers.of(visitor.caller().login());
  }

  private Macro macro(long id, Visitor visitor) {
    return macros
        .usable(keeper(visitor), id)
        .orElseThrow(() -> new NotFound("macro", String.valueOf(id)));
  }
}
