package dev.baton.flow.migration.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.engine.migration.FlowModels;
import dev.baton.flow.diagram.DiagramChoice;
import dev.baton.flow.diagram.DiagramMark;
import dev.baton.flow.diagram.DiagramSign;
import dev.baton.flow.diagram.FlowDiagram;
import dev.baton.flow.migration.MigrationOutline;
import dev.baton.flow.migration.MigrationOutline.WaitingIncidents;
import dev.baton.flow.migration.MigrationQuestion;
import dev.baton.flow.web.page.ElementWords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws where incidents wait in the versions that they are on, and where they may go on. */
@Component
class MigrationDiagrams {

  /** A page has several of them. */
  private static final int MOST_ELEMENTS = 1_000;

  private static final int MOST_VERSIONS = 8;
  private static final String BODY = "#multiInstanceBody";

  private final FlowModels models;
  private final PageRenderer pages;

  MigrationDiagrams(FlowModels models, PageRenderer pages) {
    this.models = models;
    this.pages = pages;
  }

  /**
   * @param svg null where there is no diagram, or one that is too large
   * @param choices the values that can be chosen in it
   */
  record Drawn(String svg, Set<String> choices) {

    static final Drawn NONE = new Drawn(null, Set.of());
  }

  /**
   * Where incidents wait in one version.
   *
   * @param anchor unique on the page
   * @param isAsked whether it shows a step that is asked about
   */
  record Former(String anchor, String words, String flowName, boolean isAsked, String diagram) {}

  /** The version with a radio button on each of these steps that is drawn. */
  Drawn withChoices(String definitionId, Map<String, DiagramChoice> boxes, Locale locale) {
    return diagram(definitionId)
        .map(
            diagram -> {
              Map<String, DiagramChoice> drawn = new HashMap<>(boxes);
              drawn.keySet().retainAll(diagram.boxes());
              Map<String, DiagramMark> marks = new HashMap<>();
              drawn.forEach((step, choice) -> marks.put(step, DiagramMark.choice(choice)));
              return new Drawn(
                  diagram.svg(
                      pages.words("flowMigration.diagramChoices", locale),
                      new ElementWords(pages, locale),
                      marks),
                  drawn.values().stream().map(DiagramChoice::value).collect(Collectors.toSet()));
            })
        .orElse(Drawn.NONE);
  }

  /** The versions that incidents are on; a step that is gone leads to its question. */
  List<Former> former(MigrationOutline outline, List<QuestionView> questions, Locale locale) {
    Map<String, String> anchors =
        questions.stream()
            .collect(Collectors.toMap(QuestionView::field, QuestionView::anchor, (a, b) -> a));
    return outline.waiting().stream()
        .filter(waiting -> !waiting.steps().isEmpty())
        .sorted(Comparator.comparing(MigrationDiagrams::many).reversed())
        .limit(MOST_VERSIONS)
        .map(waiting -> former(waiting, outline, anchors, locale))
        .filter(former -> former.diagram() != null)
        .toList();
  }

  private static int many(WaitingIncidents waiting) {
    return waiting.steps().values().stream().mapToInt(Integer::intValue).sum();
  }

  private Former former(
      WaitingIncidents waiting,
      MigrationOutline outline,
      Map<String, String> anchors,
      Locale locale) {
    Map<String, DiagramMark> marks = new HashMap<>();
    waiting
        .steps()
        .forEach(
            (step, many) ->
                marks.put(
                    step.replace(BODY, ""),
                    DiagramMark.count(many, pages.words("flowMigration.wait", locale, many))));
    for (MigrationQuestion question : outline.questions()) {
      String anchor = anchors.get("answer." + question.flow() + "." + question.step().id());
      if (question.flow().equals(waiting.version().key()) && question.incidents() > 0) {
        marks.computeIfPresent(
            question.step().id(),
            (step, mark) -> mark.withSign(DiagramSign.REMOVED).withLink("#" + anchor));
      }
    }
    String words =
        pages.words(
            "flowMigration.waitIn",
            locale,
            waiting.version().name(),
            String.valueOf(waiting.version().version()));
    return new Former(
        "former-" + waiting.version().id().replaceAll("[^A-Za-z0-9]", "-"),
        words,
        waiting.version().name(),
        marks.values().stream().anyMatch(mark -> mark.sign() == DiagramSign.REMOVED),
        diagram(waiting.version().id())
            .map(diagram -> diagram.svg(words, new ElementWords(pages, locale), marks))
            .orElse(null));
  }

  private Optional<FlowDiagram> diagram(String definitionId) {
    return Optional.of(FlowDiagram.of(models.of(definitionId)))
        .filter(diagram -> !diagram.isEmpty())
        .filter(diagram -> diagram.size() <= MOST_ELEMENTS);
  }
}
