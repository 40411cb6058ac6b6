package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.replay.RotaPlan.Away;
import dev.baton.flow.backtest.replay.RotaPlan.Member;
import dev.baton.flow.backtest.replay.RotaPlan.StandIn;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.staff.rota.WeeklyShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the people of a rota at the replayed desk, with shifts, absences and deputies. */
public final class RotaSetup {

  private final StaffDirectory staff;
  private final EditShifts shifts;
  private final PlanAbsences absences;
  private final AppointDeputies deputies;
  private final PublishedAgreements published;
  private final PublishAgreements desk;

  public RotaSetup(ScratchDesk scratch) {
    this.staff = scratch.bean(StaffDirectory.class);
    this.shifts = scratch.bean(EditShifts.class);
    this.absences = scratch.bean(PlanAbsences.class);
    this.deputies = scratch.bean(AppointDeputies.class);
    this.published = scratch.bean(PublishedAgreements.class);
    this.desk = scratch.bean(PublishAgreements.class);
  }

  /**
   * Opens the rota at the beginning of the log, for all teams that there are; calendars that the
   * agreements have published already stay.
   *
   * @throws InvalidUsage when staff refuses somebody or something
   */
  public void open(RotaPlan plan, Instant begin) {
    plan.calendars().stream()
        .filter(calendar -> published.calendar(calendar.name()).isEmpty())
        .forEach(calendar -> taking(calendar.name(), () -> desk.publish(calendar)));
    List<Member> all =
        Stream.concat(
                plan.people().stream(),
                staff.teams().stream()
                    .map(TeamView::code)
                    .flatMap(team -> plan.everyTeam().stream().map(member -> member.of(team))))
            .toList();
    all.forEach(member -> taking(member.login(), () -> register(member, plan)));
    LocalDate first = LocalDate.ofInstant(begin, plan.zone()).minusWeeks(1);
    Instant from = first.atStartOfDay(plan.zone()).toInstant();
    all.forEach(
        member -> {
          taking(member.login(), () -> keepShifts(member, plan, first));
          taking(member.login(), () -> planAbsences(member, plan));
          taking(member.login(), () -> nameDeputies(member, from));
        });
    plan.postDeputies()
        .forEach(standIn -> taking(standIn.role().group(), () -> name(standIn, from)));
  }

  private static void taking(String whom, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException | InvalidDefinition e) {
      throw new InvalidUsage("The rota is refused, of %s: %s".formatted(whom, e.getMessage()));
    }
  }

  private void register(Member member, RotaPlan plan) {
    if (staff.agent(member.login()).isPresent()) {
      throw new IllegalArgumentException("The log has a person of that name; take another login.");
    }
    staff.register(
        new AgentView(
            member.login(),
            member.name(),
            ReplayNames.mail(member.login()),
            plan.zone(),
            Locale.ENGLISH,
            Set.of(member.role()),
            Set.copyOf(member.teams()),
            true),
        null);
  }

  private void keepShifts(Member member, RotaPlan plan, LocalDate first) {
    for (ShiftLine line : member.shifts()) {
      shifts.keep(
          new WeeklyShift(
              0,
              member.login(),
              null,
              line.days(),
              line.start(),
              line.end(),
              plan.zone(),
              first,
              null,
              1));
    }
  }

  private void planAbsences(Member member, RotaPlan plan) {
    for (Away away : member.absences()) {
      absences.plan(
          new Absence(
              0,
              member.login(),
              away.from().atStartOfDay(plan.zone()).toInstant(),
              away.until().atStartOfDay(plan.zone()).toInstant(),
              away.kind(),
              null));
    }
  }

  private void nameDeputies(Member member, Instant from) {
    for (String deputy : member.deputies()) {
      deputies.name(new Deputy(0, member.login(), deputy, null, from, null));
    }
  }

  private void name(StandIn standIn, Instant from) {
    deputies.name(
        new PostDeputy(0, new Post(standIn.team(), standIn.role()), standIn.deputy(), from, null));
  }
}
