package dev.baton.flow.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.flow.diagram.DiagramMark;
import dev.baton.flow.diagram.DiagramSign;
import dev.baton.flow.diagram.FlowDiagram;
import dev.baton.flow.difference.ChangeState;
import dev.baton.flow.difference.ChangedProperty;
import dev.baton.flow.difference.ElementDifference;
import dev.baton.flow.difference.FileDifference;
import dev.baton.flow.difference.FileKind;
import dev.baton.flow.difference.PropertyChange;
import dev.baton.flow.difference.ReleaseDifferences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What differs between two releases, for pages: give the views to the fragment {@code
 * desk/flow-difference :: differences(views)}.
 */
@Component
public class FlowDifferenceViews {

  private static final Map<ChangeState, DiagramSign> SIGNS =
      Map.of(
          ChangeState.ADDED, DiagramSign.ADDED,
          ChangeState.REMOVED, DiagramSign.REMOVED,
          ChangeState.CHANGED, DiagramSign.CHANGED);

  private static final Set<ChangedProperty> IN_HEADING =
      Set.of(
          ChangedProperty.LABEL,
          ChangedProperty.TYPE,
          ChangedProperty.SOURCE,
          ChangedProperty.TARGET);

  private static final Set<ChangeState> BEFORE = Set.of(ChangeState.REMOVED);
  private static final Set<ChangeState> AFTER = Set.of(ChangeState.ADDED, ChangeState.CHANGED);

  private final PageRenderer pages;

  FlowDifferenceViews(PageRenderer pages) {
    this.pages = pages;
  }

  /**
   * @param before content by name of file
   * @param after content by name of file
   * @return one for each file that differs, by name
   */
  public List<FileDifferenceView> between(
      Map<String, byte[]> before, Map<String, byte[]> after, Locale locale) {
    DifferenceWords words = new DifferenceWords(pages, locale);
    List<FileDifferenceView> views = new ArrayList<>();
    for (FileDifference difference : ReleaseDifferences.between(before, after)) {
      views.add(
          new FileDifferenceView(
              "difference-" + (views.size() + 1),
              difference.file().substring(difference.file().lastIndexOf('/') + 1),
              difference.kind().name(),
              DifferenceWords.shown(difference.name()),
              difference.state(),
              diagram(difference, content(before, difference.fileBefore()), words, BEFORE),
              diagram(difference, content(after, difference.fileAfter()), words, AFTER),
              difference.elements().stream().map(element -> view(element, words)).toList(),
              difference.tables().stream().map(TableDifferenceView::of).toList(),
              difference.redrawn().size()));
    }
    return views;
  }

  private static byte[] content(Map<String, byte[]> files, String name) {
    return name == null ? null : files.get(name);
  }

  private static FileDifferenceView.Element view(ElementDifference element, DifferenceWords words) {
    return new FileDifferenceView.Element(
        element.state(),
        words.label(element),
        element.id(),
        words.type(element),
        element.changes().stream()
            .filter(change -> !isInHeading(element, change))
            .map(words::change)
            .toList());
  }

  /** What is new or gone is introduced by its label and type; a line by its ends. */
  private static boolean isInHeading(ElementDifference element, PropertyChange change) {
    return element.state() != ChangeState.CHANGED && IN_HEADING.contains(change.property());
  }

  /** Null for what is no flow, has no diagram or cannot be read. */
  private static String diagram(
      FileDifference difference, byte[] content, DifferenceWords words, Set<ChangeState> shown) {
    if (content == null || difference.kind() != FileKind.FLOW) {
      return null;
    }
    try {
      FlowDiagram diagram = FlowDiagram.of(content);
      return diagram.isEmpty()
          ? null
          : diagram.svg(
              DifferenceWords.shown(difference.name()),
              words.elements(),
              marks(difference, words, shown));
    } catch (IllegalArgumentException unreadable) {
      return null; // said among the changes
    }
  }

  /** A flow that is new or gone as a whole needs no sign on each of its steps. */
  private static Map<String, DiagramMark> marks(
      FileDifference difference, DifferenceWords words, Set<ChangeState> shown) {
    Map<String, DiagramMark> marks = new HashMap<>();
    if (difference.state() == ChangeState.CHANGED) {
      difference.elements().stream()
          .filter(element -> shown.contains(element.state()))
          .forEach(
              element ->
                  marks.put(
                      element.id(),
                      DiagramMark.of(SIGNS.get(element.state()), words.state(element.state()))));
    }
    return marks;
  }
}
