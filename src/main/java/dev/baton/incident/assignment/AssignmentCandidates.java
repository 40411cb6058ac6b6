package dev.baton.incident.assignment;

import dev.baton.staff.AgentView;
import dev.baton.staff.rota.Presence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

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
  record Pick(Candidate candidate, String because) {}

  Pick inTurn() {
    Candidate next = people.stream().min(LONGEST_WAIT).orElseThrow();
    return new Pick(next, next.presence().because());
  }

  Pick leastLoaded() {
    return leastLoaded("");
  }

  private Pick leastLoaded(String before) {
    return picked(people.stream().min(LEAST_LOADED).orElseThrow(), before);
  }

  /** Chooses an agent with one of the skills, else with the language, else the least loaded. */
  Pick bySkill(Set<String> skills, Locale language) {
    String skill = String.join(" or ", skills);
    List<Candidate> knowing = only(each -> each.knows(skills));
    if (!knowing.isEmpty()) {
      boolean oneSpeaks = knowing.stream().anyMatch(each -> each.speaks(language));
      Candidate best =
          knowing.stream()
              .filter(each -> !oneSpeaks || each.speaks(language))
              .min(LEAST_LOADED)
              .orElseThrow();
      return picked(best, "knows " + skill + ", ");
    }
    String spoken = language.getDisplayLanguage(Locale.ENGLISH);
    String missing = skill.isEmpty() ? "" : "nobody on duty has the skill " + skill + ", ";
    return only(each -> each.speaks(language)).stream()
        .min(LEAST_LOADED)
        .map(best -> picked(best, missing + "speaks " + spoken + ", "))
        .orElseGet(
            () ->
                leastLoaded(
                    (missing.isEmpty() ? "nobody on duty " : missing + "nor ")
                        + "speaks "
                        + spoken
                        + ", has least on hand, "));
  }

  private List<Candidate> only(Predicate<Candidate> wanted) {
    return people.stream().filter(wanted).toList();
  }

  private static Pick picked(Candidate candidate, String before) {
    return new Pick(
        candidate, before + candidate.load() + " open, " + candidate.presence().because());
  }
}
