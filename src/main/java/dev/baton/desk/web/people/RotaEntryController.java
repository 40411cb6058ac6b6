package dev.baton.desk.web.people;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.ChangeShifts;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Removes entries of the rota, and ends absences. */
@RestController
@RequestMapping("/desk/people")
@Hidden
class RotaEntryController {

  private final EditShifts shifts;
  private final ChangeShifts changes;
  private final PlanAbsences absences;
  private final AppointDeputies deputies;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PeopleWords words;
  private final PageRenderer pages;
  private final Clock clock;

  RotaEntryController(
      EditShifts shifts,
      ChangeShifts changes,
      PlanAbsences absences,
      AppointDeputies deputies,
      StaffDirectory staff,
      PeopleAccess access,
      PeopleWords words,
      PageRenderer pages,
      Clock clock) {
    this.shifts = shifts;
    this.changes = changes;
    this.absences = absences;
    this.deputies = deputies;
    this.staff = staff;
    this.access = access;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
  }

  @PostMapping("/agents/{login}/weekly-shifts/{id}/remove")
  ResponseEntity<String> removeWeekly(@PathVariable String login, @PathVariable long id) {
    Visitor visitor = access.keeper();
    return removed("shift", id, shifts.removeWeekly(agent(login), id), visitor);
  }

  @PostMapping("/agents/{login}/one-off-shifts/{id}/remove")
  ResponseEntity<String> removeOneOff(@PathVariable String login, @PathVariable long id) {
    Visitor visitor = access.keeper();
    return removed("shift", id, shifts.removeOneOff(agent(login), id), visitor);
  }

  /** A swap or a move. */
  @PostMapping("/shift-changes/{id}/take-back")
  ResponseEntity<String> takeBack(@PathVariable long id) {
    Visitor visitor = access.keeper();
    return removed("change", id, changes.takeBack(id), visitor);
  }

  @PostMapping("/agents/{login}/absences/{id}/remove")
  ResponseEntity<String> removeAbsence(@PathVariable String login, @PathVariable long id) {
    Visitor visitor = editor(login);
    return removed("absence", id, absences.withdraw(agent(login), id), visitor);
  }

  /** The person is back now. */
  @PostMapping("/agents/{login}/absences/{id}/end")
  ResponseEntity<String> endAbsence(@PathVariable String login, @PathVariable long id) {
    Visitor visitor = editor(login);
    absences.backAt(agent(login), id, clock.instant());
    return done("people.done.back", visitor);
  }

  @PostMapping("/agents/{login}/deputies/{id}/remove")
  ResponseEntity<String> removeDeputy(@PathVariable String login, @PathVariable long id) {
    Visitor visitor = editor(login);
    return removed("deputy", id, deputies.withdraw(agent(login), id), visitor);
  }

  @PostMapping("/post-deputies/{id}/remove")
  ResponseEntity<String> removePostDeputy(@PathVariable long id) {
    Visitor visitor = access.keeper();
    return removed("deputy", id, deputies.withdrawFromPost(id), visitor);
  }

  private Visitor editor(String login) {
    Visitor visitor = access.visitor();
    access.allowFor(visitor, agent(login));
    return visitor;
  }

  private String agent(String login) {
    return staff.agent(login).map(AgentView::login).orElseThrow(() -> new NotFound("agent", login));
  }

  private ResponseEntity<String> removed(String kind, long id, boolean wasThere, Visitor visitor) {
    if (!wasThere) {
      throw new NotFound(kind, String.valueOf(id));
    }
    return done("people.done.removed." + kind, visitor);
  }

  private ResponseEntity<String> done(String key, Visitor visitor) {
    return RotaFormController.done(pages, words.words(key, visitor), visitor);
  }
}
