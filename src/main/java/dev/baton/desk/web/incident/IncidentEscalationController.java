package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.escalation.DecisionForm;
import dev.baton.desk.web.escalation.EscalationOutcomes;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.UnknownEscalation;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers and decides the escalation of an incident on the incident's own page. */
@RestController
@RequestMapping("/desk/incidents/{number}/escalations/{id:\\d{1,18}}")
@Hidden
class IncidentEscalationController {

  private final Escalations escalations;
  private final DecisionForm form;
  private final EscalationOutcomes outcomes;
  private final IncidentAnswers answers;
  private final PageAccess access;

  IncidentEscalationController(
      Escalations escalations,
      DecisionForm form,
      EscalationOutcomes outcomes,
      IncidentAnswers answers,
      PageAccess access) {
    this.escalations = escalations;
    this.form = form;
    this.outcomes = outcomes;
    this.answers = answers;
    this.access = access;
  }

  @PostMapping("/{act:acknowledge|decide}")
  ResponseEntity<String> act(
      @PathVariable String number,
      @PathVariable long id,
      @PathVariable String act,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.ANSWER_ESCALATIONS);
    IncidentView incident = access.incident(visitor, number);
    refuseOther(new IncidentNumber(incident.number()), id);
    return answers.answer(
        incident,
        visitor,
        given,
        () -> {
          if (act.equals("decide")) {
            escalations.decide(id, form.read(given));
          } else {
            escalations.acknowledge(id);
          }
          return now -> outcomes.of(id, visitor);
        },
        field -> DecisionForm.placeOf(id, field));
  }

  private void refuseOther(IncidentNumber number, long id) {
    if (!escalations.get(id).incident().equals(number.value())) {
      throw new UnknownEscalation(id);
    }
  }
}
