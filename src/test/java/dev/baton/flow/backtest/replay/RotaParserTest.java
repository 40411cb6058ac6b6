package dev.baton.flow.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.staff.Role;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.TimeOfDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaParserTest {

  private static final Path EXAMPLE = Path.of("src", "test", "resources", "backtest", "rota.yaml");

  @TempDir Path folder;

  @Test
  void readsTheExample() {
    RotaPlan plan = RotaParser.of(EXAMPLE);

    assertThat(plan.zone()).isEqualTo(ZoneId.of("-08:00"));
    assertThat(plan.calendars()).extracting(calendar -> calendar.name()).containsOnly("desk-hours");
    assertThat(plan.everyTeam()).hasSize(3);
    assertThat(plan.everyTeam().get(0).of("group-7").login()).isEqualTo("group-7.early");
    assertThat(plan.everyTeam().get(0).of("group-7").deputies()).containsExactly("group-7.late");
    assertThat(plan.everyTeam().get(0).of("group-7").teams()).containsExactly("group-7");
    assertThat(plan.postDeputies())
        .containsExactly(new RotaPlan.StandIn(Role.TEAM_LEAD, null, "mara.lindqvist"));
    assertThat(plan.answers().silentShare()).isEqualTo(0.15);
  }

  @Test
  void aPersonHasALoginFromTheNameAndAShiftOfSeveralLines() throws IOException {
    RotaPlan plan =
        RotaParser.of(
            rota(
                """
                zone: Europe/Berlin
                shifts:
                  nights: [mon-wed 22:00-06:00, "sat,sun 18:00-06:00"]
                people:
                  - name: Olga Petrova
                    role: director-of-operations
                    shifts: nights
                    absences: [{from: 2016-03-01, until: 2016-03-03, kind: sick}]
                """));

    RotaPlan.Member olga = plan.people().get(0);
    assertThat(olga.login()).isEqualTo("olga-petrova");
    assertThat(olga.role()).isEqualTo(Role.DIRECTOR_OF_OPERATIONS);
    assertThat(olga.absences())
        .containsExactly(
            new RotaPlan.Away(
                LocalDate.of(2016, 3, 1), LocalDate.of(2016, 3, 3), Absence.AbsenceKind.SICK));
    assertThat(olga.shifts())
        .containsExactly(
            new ShiftLine(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                TimeOfDay.parse("22:00"),
                TimeOfDay.parse("06:00")),
            new ShiftLine(
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                TimeOfDay.parse("18:00"),
                TimeOfDay.parse("06:00")));
  }

  @Test
  void withoutAScriptEverybodyAnswersAtOnce() throws IOException {
    assertThat(RotaParser.of(rota("zone: UTC")).answers())
        .isEqualTo(new ResponderBehaviour(List.of(0), List.of(0), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Mars | zone is 'Mars'; accepted",
        "people: [] | zone is missing",
        "zone: UTC;peeple: [] | line 2: peeple is unknown; accepted: calendars, everyTeam",
        "zone: UTC;people:;- {name: A, rolle: agent} | line 3: people[0].rolle is unknown",
        "zone: UTC;people: [{name: A, role: boss}] | people[0].role is 'boss'; accepted: agent",
        "zone: UTC;people: [{role: agent}] | people[0].name is missing",
        "zone: UTC;people: [{name: A, role: agent, shifts: x}] | people[0].shifts names 'x'",
        "zone: UTC;shifts: {a: mon-fri} | shifts.a 'mon-fri' is not a shift; write it like",
        "zone: UTC;shifts: {a: mon-fri 06:00-25:00} | shifts.a '25:00' is not a time of day",
        "zone: UTC;shifts: {a: mon-fr 06:00-14:00} | shifts.a 'fr' is not a day; accepted: mon,"
            + " tue",
        "zone: UTC;everyTeam: [{name: A, role: agent}] | everyTeam[0].login is 'a' in each team",
        "zone: UTC;responder: {silentShare: 2} | responder.silentShare is 2.0; accepted: 0 to 1",
        "zone: UTC;responder: {answersWithin: [-1]} | responder.answersWithin is [-1]",
        "zone: UTC;responder: {answersWithin: [soon]} | line 2: responder.answersWithin[0]",
        "zone: UTC;calendars: [{name: x, weak: 1}] | calendars[0].weak",
        "zone: UTC;\tpeople: [] | is not readable YAML: line"
      })
  void saysWhereItDoesNotUnderstand(String yaml, String message) {
    assertThatThrownBy(() -> RotaParser.of(rota(yaml.replace(';', '\n'))))
        .isInstanceOf(InvalidUsage.class)
        .hasMessageStartingWith("The rota ")
        .hasMessageContaining(message);
  }

  @Test
  void twoPeopleCannotHaveOneLogin() {
    assertThatThrownBy(
            () ->
                RotaParser.of(
                    rota(
                        "zone: UTC\n"
                            + "people:\n"
                            + "- {name: A b, role: agent}\n"
                            + "- {name: a B, role: agent}")))
        .hasMessageContaining("people[1].login is 'a-b', as that of people[0]");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> RotaParser.of(folder.resolve("absent.yaml")))
        .isInstanceOf(InvalidUsage.class)
        .hasMessageContaining("absent.yaml cannot be read");
  }

  private Path rota(String yaml) throws IOException {
    return Files.writeString(folder.resolve("rota.yaml"), yaml);
  }
}
