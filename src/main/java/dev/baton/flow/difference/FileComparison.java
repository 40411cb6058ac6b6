package dev.baton.flow.difference;

import dev.baton.flow.difference.Alignment.Pair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares one file before and after; one of them may not be there. */
final class FileComparison {

  /**
   * The file itself says nothing by being there, and a message that no event uses does nothing; one
   * that is used is compared with its event.
   */
  private static final Set<String> ONLY_IF_CHANGED =
      Set.of(ElementDifference.FILE, "message", "signal", "error", "escalation");

  private static final FileContent EMPTY = new FileContent("", "", null, null, null);

  private final String nameBefore;
  private final String nameAfter;
  private final FileContent before;
  private final FileContent after;
  private final FileKind kind;
  private final List<ElementDifference> elements = new ArrayList<>();
  private final List<TableDifference> tables = new ArrayList<>();
  private final Set<String> redrawn = new TreeSet<>();

  FileComparison(String nameBefore, byte[] before, String nameAfter, byte[] after) {
    this.nameBefore = nameBefore;
    this.nameAfter = nameAfter;
    this.before = before == null ? null : FileContent.of(nameBefore, before);
    this.after = after == null ? null : FileContent.of(nameAfter, after);
    this.kind = FileKind.of(nameAfter == null ? nameBefore : nameAfter);
    if (isReadable(this.before) && isReadable(this.after)) {
      compare();
    } else {
      elements.add(unreadable());
    }
  }

  /** Empty if both say the same and look the same. */
  Optional<FileDifference> difference() {
    ChangeState state = ChangeState.of(before, after);
    if (state == ChangeState.CHANGED && elements.isEmpty() && redrawn.isEmpty()) {
      return Optional.empty();
    }
    FileContent shown = after == null || !isReadable(after) && before != null ? before : after;
    return Optional.of(
        new FileDifference(
            nameAfter == null ? nameBefore : nameAfter,
            nameBefore,
            nameAfter,
            kind,
            shown.id(),
            shown.name(),
            state,
            elements,
            tables,
            redrawn));
  }

  private static boolean isReadable(FileContent content) {
    return content == null || content.unreadable() == null;
  }

  private ElementDifference unreadable() {
    return ElementDifference.ofFile(
        ChangeState.of(before, after),
        PropertyChange.of(
            ChangedProperty.UNREADABLE,
            "",
            before == null ? null : before.unreadable(),
            after == null ? null : after.unreadable()));
  }

  private void compare() {
    FileContent was = before == null ? EMPTY : before;
    FileContent is = after == null ? EMPTY : after;
    switch (kind) {
      case FLOW -> {
        compare(was.flow(), is.flow());
        if (was.xml() != null && is.xml() != null) {
          redrawn.addAll(DrawnPlaces.redrawn(was.xml(), is.xml()));
        }
      }
      case TABLE -> compare(was.tables(), is.tables());
      case FORM -> compareForms(was, is);
      case OTHER -> throw new IllegalStateException("never readable: " + nameAfter);
    }
  }

  private void compare(Map<String, ModelElement> was, Map<String, ModelElement> is) {
    both(was, is).forEach(id -> add(was.get(id), is.get(id)));
  }

  private void compare(TableElements was, TableElements is) {
    compare(was.elements(), is.elements());
    for (String id : both(was.tables(), is.tables())) {
      TableComparison table = new TableComparison(was.tables().get(id), is.tables().get(id));
      if (!table.elements().isEmpty()) {
        elements.addAll(table.elements());
        tables.add(table.table());
      }
    }
  }

  private void compareForms(FileContent was, FileContent is) {
    add(
        was.form() == null ? null : FormFields.file(was.form()),
        is.form() == null ? null : FormFields.file(is.form()));
    List<Pair<FormField>> pairs =
        Alignment.of(
            was.fields(),
            is.fields(),
            List.of(FormField::keyOrNull, FormField::idOrNull, FormField::content));
    for (Pair<FormField> pair : pairs) {
      add(pair);
      if (pair.before() != null
          && pair.after() != null
          && !pair.before().width().equals(pair.after().width())) {
        redrawn.add(pair.after().element().id());
      }
    }
  }

  private void add(Pair<FormField> pair) {
    ModelElement was = pair.before() == null ? null : pair.before().element();
    ModelElement is = pair.after() == null ? null : pair.after().element();
    ElementDifference difference = ModelElement.difference(was, is);
    if (pair.isMoved()) {
      PropertyChange moved = TableComparison.position(pair);
      List<PropertyChange> changes =
          new ArrayList<>(difference == null ? List.of() : difference.changes());
      changes.add(moved);
      elements.add(
          new ElementDifference(is.id(), is.label(), is.type(), "", ChangeState.CHANGED, changes));
    } else if (difference != null) {
      elements.add(difference);
    }
  }

  private void add(ModelElement was, ModelElement is) {
    ElementDifference difference = ModelElement.difference(was, is);
    if (difference != null
        && (difference.state() == ChangeState.CHANGED
            || !ONLY_IF_CHANGED.contains(difference.type()))) {
      elements.add(difference);
    }
  }

  /** In the order afterwards; what is gone comes last. */
  private static Set<String> both(Map<String, ?> was, Map<String, ?> is) {
    Set<String> ids = new LinkedHashSet<>(is.keySet());
    ids.addAll(was.keySet());
    return ids;
  }
}
