package dev.baton.incident.assignment;

import dev.baton.staff.AgentView;
import dev.baton.staff.rota.Presence;
import dev.baton.web.text.LocalizableText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The people of a team who are on duty, with what they have on hand and when they were given
 * something last. Picks one of them by a policy, and says why.
 */
record AssignmentCandidates(List<Candidate> people) {

  private static final Comparator<Candidate> LONGEST_WAIT =
      Comparator.comparingLong(Candidate::lastTurn).thenComparing(each -> each.agent().login());
  private static final Comparator<Candidate> LEAST_LOADED =
      Comparator.comparingLong(Candidate::load).thenComparing(LONGEST_WAIT);

  /**
   * @param load open incidents, those on hold left out
   * @param lastTurn 0 for never
   */
  record Candidate(AgentView agent, Presence presence, long load, long lastTurn) {

    boolean knows(Set<String> skills) {
      return agent.skills().stream().anyMatch(skills::contains);
    }

    boolean speaks(Locale language) {
      return isSame(agent.language(), language)
          || agent.languages().stream().anyMatch(spoken -> isSame(spoken, language));
    }

    private static boolean isSame(Locale one, Locale other) {
      return one.getLanguage().equals(other.getLanguage());
    }
  }

  /**
   * @param because stands after "Given to Lena by least loaded:"
   */
  record Pick(Candidate candidate, LocalizableText because) {}

  Pick inTurn() {
    Candidate next = people.stream().min(LONGEST_WAIT).orElseThrow();
    return new Pick(next, next.presence().words());
  }

  Pick leastLoaded() {
    return leastLoaded("entry.pick");
  }

  private Pick leastLoaded(String key, Object... values) {
    return picked(people.stream().min(LEAST_LOADED).orElseThrow(), key, values);
  }

  /** Chooses an agent with one of the skills, else with the language, else the least loaded. */
  Pick bySkill(Set<String> skills, Locale language) {
    String skill = String.join(", ", skills);
    List<Candidate> knowing = only(each -> each.knows(skills));
    if (!knowing.isEmpty()) {
      boolean oneSpeaks = knowing.stream().anyMatch(each -> each.speaks(language));
      Candidate best =
          knowing.stream()
              .filter(each -> !oneSpeaks || each.speaks(language))
              .min(LEAST_LOADED)
              .orElseThrow();
      return picked(best, "entry.pick.knows", skill);
    }
    Optional<Candidate> speaking = only(each -> each.speaks(language)).stream().min(LEAST_LOADED);
    LocalizableText spoken =
        LocalizableText.of(
            "entry.language." + language.getLanguage(),
            language.getDisplayLanguage(Locale.ENGLISH));
    if (skill.isEmpty()) {
      return speaking
          .map(best -> picked(best, "entry.pick.speaks", spoken))
          .orElseGet(() -> leastLoaded("entry.pick.none-speaks", spoken));
    }
    return speaking
        .map(best -> picked(best, "entry.pick.lacks-speaks", skill, spoken))
        .orElseGet(() -> leastLoaded("entry.pick.lacks-none-speaks", skill, spoken));
  }

  private List<Candidate> only(Predicate<Candidate> wanted) {
    return people.stream().filter(wanted).toList();
  }

  /** The values of that text end with the load and the presence. */
  private static Pick picked(Candidate candidate, String key, Object... values) {
    return new Pick(
        candidate,
        LocalizableText.of(
            key,
            Stream.concat(
                    Arrays.stream(values),
                    Stream.of(candidate.load(), candidate.presence().words()))
                .toArray()));
  }
}
