package dev.baton.flow.backtest.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rota as people write it, field by field. What it means is read by {@link RotaParser}.
 *
 * @param zone of all shifts and days
 * @param shifts by name: lines such as {@code mon-fri 06:00-14:00}
 * @param everyTeam people whom each team of the log has; {@code {team}} stands for its code
 */
record RotaFile(
    String zone,
    JsonNode calendars,
    Map<String, List<String>> shifts,
    List<Who> people,
    List<Who> everyTeam,
    List<PostDeputyLine> postDeputies,
    Responder responder) {

  RotaFile {
    shifts = Objects.requireNonNullElse(shifts, Map.of());
    people = orNone(people);
    everyTeam = orNone(everyTeam);
    postDeputies = orNone(postDeputies);
  }

  /**
   * A person.
   *
   * @param login the name in small letters, unless given
   * @param teams codes; none for the chain of command above them
   * @param shifts names of shifts; without one the person is on duty whenever not away
   * @param deputies sign-in names of those who stand in
   */
  record Who(
      String name,
      String login,
      String role,
      List<String> teams,
      List<String> shifts,
      List<Away> absences,
      List<String> deputies) {

    Who {
      teams = orNone(teams);
      shifts = orNone(shifts);
      absences = orNone(absences);
      deputies = orNone(deputies);
    }
  }

  /** From the beginning of a day to the beginning of the day on which the person is back. */
  record Away(LocalDate from, LocalDate until, String kind) {}

  /** Who answers for a role, in one team or in any. */
  record PostDeputyLine(String role, String team, String deputy) {}

  /** How those who are told answer; minutes. */
  record Responder(List<Integer> answersWithin, List<Integer> decidesWithin, Double silentShare) {

    static final Responder AT_ONCE = new Responder(List.of(), List.of(), 0.0);

    Responder {
      answersWithin = orNone(answersWithin);
      decidesWithin = orNone(decidesWithin);
      silentShare = Objects.requireNonNullElse(silentShare, 0.0);
    }
  }

  /**
   * @throws InvalidUsage with line and field, when the file cannot be read as a rota
   */
  static RotaFile read(Path file) {
    return YamlFile.read(file, RotaFile.class, "rota");
  }

  private static <T> List<T> orNone(List<T> given) {
    return given == null ? List.of() : given;
  }
}
