package dev.baton.desk.web.escalation;

import dev.baton.desk.web.people.PeopleNames;
import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.incident.Level;
import dev.baton.staff.AgentView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the form of a decision, and knows at which field a refusal belongs. */
@Component
public class DecisionForm {

  /** What the use cases call a field, by what the form calls it. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("decision", "decision"),
          Map.entry("team", "team"),
          Map.entry("toTeam", "team"),
          Map.entry("person", "person"),
          Map.entry("assignee", "person"),
          Map.entry("toAssignee", "person"),
          Map.entry("impact", "impact"),
          Map.entry("newImpact", "impact"),
          Map.entry("urgency", "urgency"),
          Map.entry("newUrgency", "urgency"),
          Map.entry("note", "note"));

  private final PeopleNames people;

  DecisionForm(PeopleNames people) {
    this.people = people;
  }

  /**
   * What was filled in; fields that do not belong to the decision are left aside.
   *
   * @throws InvalidInput for a decision or a level that there is not, and for a text that is too
   *     long
   */
  public DecisionInput read(Map<String, String> given) {
    Decision decision =
        constant("decision", Decision.values(), given)
            .orElseThrow(
                () -> new InvalidInput("decision", LocalizableText.of("refused.decision.none")));
    boolean isAssigned = decision == Decision.REASSIGN;
    boolean isOfLevels = decision == Decision.REPRIORITISE;
    return new DecisionInput(
        decision,
        isAssigned ? TextInput.optional("team", given.get("team"), 60) : null,
        isAssigned || decision == Decision.ADD_PERSON ? person(given) : null,
        isOfLevels ? constant("impact", Level.values(), given).orElse(null) : null,
        isOfLevels ? constant("urgency", Level.values(), given).orElse(null) : null,
        TextInput.optional("note", given.get("note"), 1_500),
        given.containsKey("more"));
  }

  /** The id of the field on the page; null if it has none there. */
  public static String placeOf(long escalation, String field) {
    String name = FIELDS.get(field);
    return name == null ? null : "escalation-%d-%s".formatted(escalation, name);
  }

  /** The sign-in name; what names nobody stays, for the use case to refuse. */
  private String person(Map<String, String> given) {
    String text = TextInput.optional("person", given.get("person"), 200);
    return text == null ? null : people.find(text).map(AgentView::login).orElse(text);
  }

  private static <E extends Enum<E>> Optional<E> constant(
      String field, E[] all, Map<String, String> given) {
    String name = TextInput.optional(field, given.get(field), 40);
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(all)
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new InvalidInput(field, LocalizableText.of("refused.choice", name))));
  }
}
