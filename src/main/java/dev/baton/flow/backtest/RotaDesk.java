package dev.baton.flow.backtest;

import dev.baton.flow.backtest.RotaPlan.Away;
import dev.baton.flow.backtest.RotaPlan.Member;
import dev.baton.flow.backtest.RotaPlan.StandIn;
import dev.baton.sla.InvalidDefinition;
import dev.baton.sla.PublishAgreements;
import dev.baton.sla.PublishedAgreements;
import dev.baton.staff.Absence;
import dev.baton.staff.AgentView;
import dev.baton.staff.Deputy;
import dev.baton.staff.KeepShifts;
import dev.baton.staff.NameDeputies;
import dev.baton.staff.PlanAbsences;
import dev.baton.staff.Post;
import dev.baton.staff.PostDeputy;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.WeeklyShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the people of a rota at the replayed desk, with shifts, absences and deputies. */
final class RotaDesk {

  private final StaffDirectory staff;
  private final KeepShifts shifts;
  private final PlanAbsences absences;
  private final NameDeputies deputies;
  private final PublishedAgreements published;
  private final PublishAgreements desk;

  RotaDesk(ScratchDesk scratch) {
    this.staff = scratch.bean(StaffDirectory.class);
    this.shifts = scratch.bean(KeepShifts.class);
    this.absences = scratch.bean(PlanAbsences.class);
    this.deputies = scratch.bean(NameDeputies.class);
    this.published = scratch.bean(PublishedAgreements.class);
    this.desk = scratch.bean(PublishAgreements.class);
  }

  /**
   * Opens the rota at the beginning of the log, for all teams that there are; calendars that the
   * agreements have published already stay.
   *
   * @throws BadUsage when staff refuses somebody or something
   */
  void open(RotaPlan plan, Instant begin) {
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
      throw new BadUsage("The rota is refused, of %s: %s".formatted(whom, e.getMessage()));
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
            Names.mail(member.login()),
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
