package dev.baton.flow.block;

import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.engine.UserTaskKind;
import java.util.List;
import java.util.Locale;

/**
 * A building block as the code declares it.
 *
 * @param bean the delegate of a service task; null for a user task
 * @param kind of a user task; null for a service task
 */
record Block(BuildingBlock text, String bean, UserTaskKind kind) {

  static Block of(BuildingBlock text, String bean) {
    return new Block(text, bean, null);
  }

  static Block of(BuildingBlock text, UserTaskKind kind) {
    return new Block(text, null, kind);
  }

  /** The id of its element template. */
  String id() {
    String own = text.id().isEmpty() ? (isUserTask() ? kind.word() : bean) : text.id();
    return "dev.baton." + own;
  }

  boolean isUserTask() {
    return kind != null;
  }

  String elementType() {
    return isUserTask() ? "bpmn:UserTask" : "bpmn:ServiceTask";
  }

  String delegateExpression() {
    return "${" + bean + "}";
  }

  List<BlockInput> inputs() {
    return List.of(text.inputs());
  }

  String name() {
    return text.name();
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(id(), name().toLowerCase(Locale.ROOT));
  }
}
