package dev.baton.desk.web.incident;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.macro.MacroWords;
import dev.baton.desk.web.template.FillTemplate;
import dev.baton.desk.web.template.WritingAccess;
import dev.baton.incident.IncidentView;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
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
  private final RunMacro run;
  private final ReplyTemplates templates;
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
      RunMacro run,
      ReplyTemplates templates,
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
    this.run = run;
    this.templates = templates;
    this.fill = fill;
    this.keepers = keepers;
    this.parts = parts;
    this.answers = answers;
    this.writing = writing;
    this.access = access;
    this.pages = pages;
  }

  /** A macro to choose; {@code words} is what a search looks at. */
  record Option(long id, String name, String does, String words) {}

  /** Their names, as options of a list. */
  @GetMapping
  ResponseEntity<String> list(@PathVariable String number) {
    Visitor visitor = writing.writer();
    access.incident(visitor, number);
    Map<String, Object> model = new HashMap<>();
    model.put("options", usable(visitor).stream().map(macro -> option(macro, visitor)).toList());
    return IncidentPageController.html(
        pages.part("composer", "macroOptions", visitor.locale(), model));
  }

  private Option option(Macro macro, Visitor visitor) {
    String steps = String.join(" · ", does.of(macro, visitor.locale()));
    return new Option(
        macro.id(), macro.name(), steps, (macro.name() + " " + steps).toLowerCase(Locale.ROOT));
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
    if (macro.template() != null) {
      Locale language = fill.languageOf(incident);
      FillTemplate.FilledText filled =
          templates
              .find(macro.template())
              .map(template -> fill.fill(template.text(language), language, incident, visitor))
              .orElse(new FillTemplate.FilledText("", List.of()));
      model.put("text", filled.text());
      if (!filled.missing().isEmpty()) {
        model.put(
            "missing",
            pages.words(
                "templates.missing", visitor.locale(), String.join(", ", filled.missing())));
      }
    }
    return IncidentPageController.html(pages.part("composer", "macro", visitor.locale(), model));
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

  private List<Macro> usable(Visitor visitor) {
    return macros.usable(keepers.of(visitor.caller().login()));
  }

  private Macro macro(long id, Visitor visitor) {
    return usable(visitor).stream()
        .filter(macro -> macro.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("macro", String.valueOf(id)));
  }
}
