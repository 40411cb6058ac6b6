package dev.baton.flow.check;

import dev.baton.client.Tier;
import dev.baton.engine.release.ReleaseComplaint.Severity;
import dev.baton.escalation.Trigger;
import dev.baton.incident.Channel;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.assignment.AssignmentPolicy;
import dev.baton.notification.Audience;
import dev.baton.notification.ChannelKind;
import dev.baton.staff.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that the desk understands in the columns of decision tables. */
final class DeskVocabulary {

  private static final Pattern MILESTONE = Pattern.compile("AT_RISK_\\d+|BREACH|AFTER_BREACH_\\d+");
  private static final String EVENTS = "events";
  private static final String NEVER_MATCHES = "the row would never match";
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::group).toList();

  private final Map<String, Words> conditions = new HashMap<>();
  private final Map<String, Words> answers = new HashMap<>();
  private final List<String> unknown;

  /**
   * What one column may say.
   *
   * @param kind with its article, such as {@code a priority}
   * @param all to choose from; empty where they cannot be listed
   * @param isComplete whether a value outside {@code all} never occurs
   * @param severity how bad another word is
   * @param consequence of another word
   * @param creation how to make the desk understand it; null if that is impossible
   */
  record Words(
      String kind,
      Predicate<String> knows,
      Supplier<Collection<String>> all,
      boolean isComplete,
      Severity severity,
      String consequence,
      String creation) {}

  /**
   * @param teams the codes of the desk's teams
   * @param isTeam whether a team has this code or name
   * @param isCalendar whether a calendar of this name is published
   * @param events the codes of the registered events
   */
  DeskVocabulary(
      Supplier<Collection<String>> teams,
      Predicate<String> isTeam,
      Predicate<String> isCalendar,
      Supplier<Collection<String>> events) {
    this(
        teams,
        code -> teams.get().contains(code),
        isTeam,
        isCalendar,
        events,
        code -> events.get().contains(code),
        List.of());
  }

  private DeskVocabulary(
      Supplier<Collection<String>> teams,
      Predicate<String> isTeamCode,
      Predicate<String> isTeam,
      Predicate<String> isCalendar,
      Supplier<Collection<String>> events,
      Predicate<String> isEvent,
      List<String> unknown) {
    this.unknown = unknown;
    addConditions();
    addEvents(events, isEvent);
    addTeams(teams, isTeamCode, isTeam);
    addCalendars(isCalendar);
    addAnswers();
    addAnswersOfPlan();
  }

  /** Without a desk's data, any team, any calendar and any event may exist. */
  static DeskVocabulary withoutDesk() {
    return new DeskVocabulary(
        List::of,
        code -> true,
        name -> true,
        name -> true,
        List::of,
        code -> true,
        List.of("teams", "calendars", EVENTS));
  }

  /** What of the desk's data is out of reach, in an owner's words. */
  List<String> unknown() {
    return unknown;
  }

  private void addConditions() {
    for (String variable : List.of("priority", "matrixPriority", "highestPriority")) {
      conditions.put(variable, condition("a priority", Priority.values()));
    }
    conditions.put("tier", condition("a tier", Tier.values()));
    conditions.put("impact", condition("an impact", Level.values()));
    conditions.put("urgency", condition("an urgency", Level.values()));
    conditions.put("channel", condition("a channel", Channel.values()));
    conditions.put("trigger", condition("a trigger", Trigger.values()));
    conditions.put("holdReason", condition("a reason for a hold", HoldReason.values()));
    conditions.put("resolutionCode", condition("a resolution code", ResolutionCode.values()));
    conditions.put(
        "milestone",
        new Words(
            "a milestone",
            word -> MILESTONE.matcher(word).matches(),
            () -> List.of("AT_RISK_75", "BREACH", "AFTER_BREACH_1"),
            false,
            Severity.ERROR,
            NEVER_MATCHES,
            null));
  }

  private void addEvents(Supplier<Collection<String>> events, Predicate<String> isEvent) {
    boolean isComplete = !unknown.contains(EVENTS);
    conditions.put("event", event(events, isEvent, isComplete, NEVER_MATCHES));
    answers.put(
        "notification-plan.template", event(events, isEvent, false, "it would have no words"));
  }

  private static Words event(
      Supplier<Collection<String>> events,
      Predicate<String> isEvent,
      boolean isComplete,
      String consequence) {
    return new Words(
        "a registered event",
        isEvent,
        events,
        isComplete,
        Severity.ERROR,
        consequence,
        "register the event first");
  }

  private void addTeams(
      Supplier<Collection<String>> teams, Predicate<String> isTeamCode, Predicate<String> isTeam) {
    String creation = "register the team first";
    Words condition =
        new Words("a team", isTeamCode, teams, false, Severity.WARNING, NEVER_MATCHES, creation);
    conditions.put("team", condition);
    conditions.put("requestedTeam", condition);
    answers.put(
        "routing.team",
        new Words(
            "a team",
            isTeam,
            teams,
            false,
            Severity.ERROR,
            "incidents would stop there",
            creation));
  }

  private void addCalendars(Predicate<String> isCalendar) {
    Words calendar =
        new Words(
            "a published calendar",
            isCalendar,
            List::of,
            false,
            Severity.WARNING,
            "the time is counted around the clock",
            "publish a calendar of that name");
    answers.put("escalation-ladder.calendar", calendar);
    answers.put("stuck-incidents.calendar", calendar);
  }

  private void addAnswers() {
    answers.put("priority.priority", answer("a priority", names(Priority.values())));
    answers.put("matrixPriority.matrixPriority", answer("a priority", names(Priority.values())));
    answers.put(
        "assignment.policy",
        answer(
            "a policy",
            DeskVocabulary::isPolicy,
            names(AssignmentPolicy.AssignmentMethod.values())));
    answers.put("escalation-ladder.role", answer("a role", ROLES));
    answers.put(
        "escalation-ladder.where",
        answer("a place", List.of("TEAM", "DESK"), "it would be read as DESK"));
    answers.put(
        "short-thanks.effect",
        answer("an effect", List.of("reopen", "note"), "the incident would be reopened"));
  }

  private void addAnswersOfPlan() {
    String plan = "notification-plan.";
    answers.put(plan + "audience", answer("an audience", names(Audience.values())));
    answers.put(plan + "channel", answer("a channel", names(ChannelKind.values())));
    answers.put(plan + "fallback", answer("a channel", names(ChannelKind.values())));
    answers.put(plan + "roles", answer("a list of roles", DeskVocabulary::areRoles, ROLES));
  }

  /** What may be compared with this variable; empty where anything may. */
  Optional<Words> ofVariable(String name) {
    return Optional.ofNullable(conditions.get(name));
  }

  /** What this output of the decision may be; empty where anything may. */
  Optional<Words> ofAnswer(String decision, String output) {
    return Optional.ofNullable(answers.get(decision + "." + output));
  }

  private static Words condition(String kind, Enum<?>[] values) {
    List<String> names = names(values);
    return new Words(kind, names::contains, () -> names, true, Severity.ERROR, NEVER_MATCHES, null);
  }

  private static Words answer(String kind, List<String> names) {
    return answer(kind, names, "the step would fail");
  }

  private static Words answer(String kind, List<String> names, String consequence) {
    return new Words(kind, names::contains, () -> names, false, Severity.ERROR, consequence, null);
  }

  private static Words answer(String kind, Predicate<String> knows, List<String> names) {
    return new Words(kind, knows, () -> names, false, Severity.ERROR, "the step would fail", null);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static boolean isPolicy(String text) {
    try {
      AssignmentPolicy.parse(text);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static boolean areRoles(String list) {
    return Stream.of(list.split(","))
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .allMatch(group -> Role.ofGroup(group).isPresent());
  }
}
