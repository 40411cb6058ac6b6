package dev.baton.flow.diagram;

import dev.baton.engine.release.ModelXml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The diagram of a flow, as its model lays it out.
 *
 * <p>It is drawn for our pages: without inline styles, with a class for everything that is styled,
 * readable in black and white and for screen readers. Each element carries its id in {@code
 * data-element}.
 */
public final class FlowDiagram {

  private final List<Shape> shapes;
  private final List<Edge> edges;

  private FlowDiagram(DiagramReader reader) {
    this.shapes = reader.shapes();
    this.edges = reader.edges();
  }

  /**
   * @throws IllegalArgumentException if the model is not XML
   */
  public static FlowDiagram of(byte[] model) {
    return new FlowDiagram(new DiagramReader(ModelXml.read(model)));
  }

  /** Whether the model has no diagram. */
  public boolean isEmpty() {
    return shapes.isEmpty() && edges.isEmpty();
  }

  /** The ids of the elements that can be chosen in it: what is drawn and has no others inside. */
  public Set<String> boxes() {
    return shapes.stream()
        .filter(shape -> !shape.isContainer())
        .map(shape -> shape.part().id())
        .collect(Collectors.toSet());
  }

  /** How many elements are drawn. */
  public int size() {
    return shapes.size() + edges.size();
  }

  /**
   * The diagram as an {@code svg} element.
   *
   * @param title what it shows, for screen readers
   * @param marks by id of element; those that are not drawn are ignored
   */
  public String svg(String title, DiagramWords words, Map<String, DiagramMark> marks) {
    return new Drawing(shapes, edges, words, marks).draw(title);
  }
}
