package dev.baton.flow.migration.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.engine.migration.FlowStep;
import dev.baton.flow.diagram.DiagramChoice;
import dev.baton.flow.migration.MigrationQuestion;
import dev.baton.flow.migration.web.page.MigrationDiagrams.Drawn;
import dev.baton.flow.migration.web.page.QuestionView.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The questions of a migration with the choices in the visitor's language. */
@Component
class QuestionViews {

  /** Larger numbers are answered from the lists alone. */
  private static final int MOST_DIAGRAMS = 8;

  /** They are in the list; in the diagram they would be clicked by mistake. */
  private static final Set<String> ONLY_IN_LIST = Set.of("startEvent", "endEvent", "boundaryEvent");

  private final MigrationDiagrams diagrams;
  private final PageRenderer pages;

  QuestionViews(MigrationDiagrams diagrams, PageRenderer pages) {
    this.diagrams = diagrams;
    this.pages = pages;
  }

  List<QuestionView> of(List<MigrationQuestion> questions, Locale locale) {
    List<QuestionView> views = new ArrayList<>();
    for (MigrationQuestion question : questions) {
      boolean isDrawn = question.incidents() > 0 && views.size() < MOST_DIAGRAMS;
      views.add(view(question, "question-" + (views.size() + 1), isDrawn, locale));
    }
    return views;
  }

  private QuestionView view(
      MigrationQuestion question, String anchor, boolean isDrawn, Locale locale) {
    String field = "answer." + question.flow() + "." + question.step().id();
    String chosen = chosen(question);
    Drawn drawn =
        isDrawn
            ? diagrams.withChoices(
                question.target(), boxes(question, field, chosen, locale), locale)
            : Drawn.NONE;
    Predicate<String> isChosen = value -> value.equals(chosen) && !drawn.choices().contains(value);
    List<Choice> as = new ArrayList<>();
    List<Choice> again = new ArrayList<>();
    for (FlowStep step : question.choices()) {
      if (isAlike(question, step)) {
        as.add(choice("move:" + step.id(), step, isChosen));
      }
      again.add(choice("again:" + step.id(), step, isChosen));
    }
    return new QuestionView(
        anchor,
        field,
        pages.words(
            "flowMigration.question",
            locale,
            question.incidents(),
            question.step().label(),
            question.flowName()),
        question.incidents() > 0,
        question.flowName(),
        drawn.svg(),
        as,
        again);
  }

  /** What was said, or else what is like it. */
  private static String chosen(MigrationQuestion question) {
    if (question.answer() != null) {
      return (question.answer().again() ? "again:" : "move:") + question.answer().step();
    }
    return question.proposal() == null ? null : "move:" + question.proposal();
  }

  /** Each box has one choice: to go on as they are where that may fit, to start it where not. */
  private Map<String, DiagramChoice> boxes(
      MigrationQuestion question, String field, String chosen, Locale locale) {
    Map<String, DiagramChoice> boxes = new HashMap<>();
    for (FlowStep step : question.choices()) {
      if (!ONLY_IN_LIST.contains(step.type())) {
        boolean isAgain = !isAlike(question, step) || ("again:" + step.id()).equals(chosen);
        String value = (isAgain ? "again:" : "move:") + step.id();
        String what = isAgain ? "flowMigration.startAgain" : "flowMigration.goOn";
        boxes.put(
            step.id(),
            new DiagramChoice(
                field,
                value,
                "%s: %s".formatted(step.label(), pages.words(what, locale)),
                value.equals(chosen),
                question.incidents() > 0,
                isAgain));
      }
    }
    return boxes;
  }

  private static boolean isAlike(MigrationQuestion question, FlowStep step) {
    return step.type().equals(question.step().type());
  }

  private static Choice choice(String value, FlowStep step, Predicate<String> isChosen) {
    String label =
        step.label().equals(step.id()) ? step.id() : step.label() + " (" + step.id() + ")";
    return new Choice(value, label, isChosen.test(value));
  }
}
