package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowItem;
import dev.baton.engine.migration.FlowItem.Kind;
import dev.baton.engine.migration.FlowState;
import dev.baton.engine.migration.FlowStep;
import dev.baton.flow.migration.FlowChange.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares what is open before a move and after it. What was migrated keeps its id. */
@Component
class FlowDifferences {

  private final FlowDefinitions definitions;

  FlowDifferences(FlowDefinitions definitions) {
    this.definitions = definitions;
  }

  List<FlowChange> between(FlowState before, FlowState after) {
    Map<String, FlowItem> was = byId(before);
    Map<String, FlowItem> is = byId(after);
    List<FlowChange> changes = new ArrayList<>();
    was.forEach(
        (id, item) -> {
          FlowItem now = is.get(id);
          if (now != null) {
            changed(item, now, before, after, changes);
          } else if (item.kind() != Kind.TOKEN) {
            String label = label(item, before);
            changes.add(change(subject(item), item, before, label, label, null));
          }
        });
    is.forEach(
        (id, item) -> {
          if (!was.containsKey(id) && item.kind() != Kind.TOKEN) {
            String label = label(item, after);
            changes.add(change(subject(item), item, after, label, null, words(item, label)));
          }
        });
    return changes;
  }

  /** Timers and tasks that both have, with another due date. */
  List<FlowChange> movedDueDates(FlowState before, FlowState after) {
    return between(before, after).stream()
        .filter(change -> change.subject() == Subject.DUE_DATE)
        .toList();
  }

  /**
   * Of what is open. Ids are left out, since new ones are drawn each time; so are due dates of what
   * is new, which may count from now.
   */
  String digest(FlowState state, Set<String> known) {
    Map<String, FlowInstance> instances = instances(state);
    String text =
        state.items().stream()
            .map(
                item ->
                    String.join(
                        "|",
                        item.kind().name(),
                        instances.get(item.instanceId()).definitionId(),
                        String.valueOf(item.step()),
                        String.valueOf(item.label()),
                        String.valueOf(item.detail()),
                        known.contains(item.id()) ? String.valueOf(item.dueAt()) : ""))
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Set<String> ids(FlowState state) {
    return state.items().stream().map(FlowItem::id).collect(Collectors.toSet());
  }

  private void changed(
      FlowItem was, FlowItem is, FlowState before, FlowState after, List<FlowChange> changes) {
    String label = label(is, after);
    if (was.kind() == Kind.TOKEN) {
      if (!Objects.equals(was.step(), is.step())) {
        changes.add(change(Subject.STEP, is, after, label, label(was, before), label));
      }
      return;
    }
    if (was.kind() == Kind.TASK && !Objects.equals(was.label(), is.label())) {
      changes.add(change(Subject.TASK, is, after, label, was.label(), is.label()));
    }
    if (was.kind() == Kind.TASK && !Objects.equals(form(was, before), form(is, after))) {
      changes.add(change(Subject.FORM, is, after, label, form(was, before), form(is, after)));
    }
    if (!Objects.equals(was.detail(), is.detail())) {
      changes.add(change(Subject.OFFER, is, after, label, was.detail(), is.detail()));
    }
    if (!Objects.equals(was.dueAt(), is.dueAt())) {
      changes.add(
          change(
              Subject.DUE_DATE,
              is,
              after,
              label,
              String.valueOf(was.dueAt()),
              String.valueOf(is.dueAt())));
    }
  }

  private static FlowChange change(
      Subject subject, FlowItem item, FlowState state, String label, String was, String is) {
    return new FlowChange(
        subject, instances(state).get(item.instanceId()).key(), item.step(), label, was, is);
  }

  private static String words(FlowItem item, String label) {
    return item.dueAt() == null ? label : label + ", " + item.dueAt();
  }

  private static Subject subject(FlowItem item) {
    return switch (item.kind()) {
      case TOKEN -> Subject.STEP;
      case TASK -> Subject.TASK;
      case TIMER -> Subject.TIMER;
      case JOB -> Subject.JOB;
      case MESSAGE -> Subject.MESSAGE;
    };
  }

  private String form(FlowItem task, FlowState state) {
    return definitions
        .step(instances(state).get(task.instanceId()).definitionId(), task.step())
        .map(FlowStep::form)
        .orElse(null);
  }

  private String label(FlowItem item, FlowState state) {
    return item.kind() == Kind.TASK && item.label() != null
        ? item.label()
        : definitions.label(instances(state).get(item.instanceId()).definitionId(), item.step());
  }

  private static Map<String, FlowItem> byId(FlowState state) {
    return state.items().stream()
        .collect(
            Collectors.toMap(item -> item.kind() + item.id(), Function.identity(), (a, b) -> a));
  }

  private static Map<String, FlowInstance> instances(FlowState state) {
    return state.instances().stream()
        .collect(Collectors.toMap(FlowInstance::id, Function.identity()));
  }
}
