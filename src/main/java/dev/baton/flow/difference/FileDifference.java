package dev.baton.flow.difference;

import java.util.List;
import java.util.Set;

/**
 * What differs in one file.
 *
 * @param file its name afterwards, or before if it is removed
 * @param fileBefore its name before; null if it is added
 * @param fileAfter its name afterwards; null if it is removed
 * @param id the id of what it defines, such as {@code incident-lifecycle}; empty if unreadable
 * @param name what it defines is called; the id if it has no name
 * @param elements what differs, in the order of the file; all of it if the file is added or removed
 * @param tables the decision tables of the file that differ, row by row
 * @param redrawn the ids of elements of a flow that have only another place in the drawing
 */
public record FileDifference(
    String file,
    String fileBefore,
    String fileAfter,
    FileKind kind,
    String id,
    String name,
    ChangeState state,
    List<ElementDifference> elements,
    List<TableDifference> tables,
    Set<String> redrawn) {

  /** Whether it does the same as before, and is only drawn or laid out differently. */
  public boolean isOnlyDrawing() {
    return elements.isEmpty();
  }
}
