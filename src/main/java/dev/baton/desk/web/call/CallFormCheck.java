package dev.baton.desk.web.call;

import static dev.baton.desk.web.call.CallForm.isEmpty;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.incident.category.CategorySuggestions;
import dev.baton.staff.StaffDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks "Log a contact" before it is submitted, so that every problem is shown at its field and at
 * once. The flow checks again.
 */
@Component
@Transactional(readOnly = true)
class CallFormCheck {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final CategorySuggestions categories;
  private final PageRenderer pages;

  CallFormCheck(
      ClientDirectory clients,
      StaffDirectory staff,
      CategorySuggestions categories,
      PageRenderer pages) {
    this.clients = clients;
    this.staff = staff;
    this.categories = categories;
    this.pages = pages;
  }

  /**
   * A problem with a field.
   *
   * @param field the key of the form's field
   * @param mayStay whether the value is accepted if it is submitted again
   */
  record FieldProblem(String field, String message, boolean mayStay) {}

  List<FieldProblem> problems(CallForm form, Locale locale) {
    Findings findings = new Findings(locale);
    Optional<ClientView> client = caller(form, findings);
    if (form.isIncident()) {
      if (isEmpty(form.subject())) {
        findings.add("subject", "call.problem.subject");
      }
      category(form, findings);
      client.ifPresent(known -> service(form, known, findings));
      if (!isEmpty(form.toTeam()) && staff.team(form.toTeam()).isEmpty()) {
        findings.add("toTeam", "call.problem.team", form.toTeam().strip());
      }
    } else if (!form.isAbandoned() && isEmpty(form.said())) {
      findings.add("description", "call.problem.description");
    }
    return findings.found;
  }

  /** Nobody was chosen on a page that has one field for the caller. */
  private Optional<ClientView> caller(CallForm form, Findings findings) {
    if (form.caller() != null && form.isAnonymous()) {
      findings.add(
          "caller",
          isEmpty(form.caller()) ? "call.problem.noCaller" : "call.problem.caller",
          form.caller().strip());
      return Optional.empty();
    }
    Optional<ClientView> client = client(form, findings);
    if (form.isIncident() && isEmpty(form.requesterName()) && isEmpty(form.requesterEmail())) {
      findings.add("requesterName", "call.problem.requester");
    }
    if (!isEmpty(form.requesterEmail())
        && !ADDRESS.matcher(form.requesterEmail().strip()).matches()) {
      findings.add("requesterEmail", "call.problem.email", form.requesterEmail().strip());
    }
    return client;
  }

  private Optional<ClientView> client(CallForm form, Findings findings) {
    if (!isEmpty(form.client())) {
      Optional<ClientView> known = clients.find(form.client());
      if (known.isEmpty()) {
        findings.add("client", "call.problem.client", form.client().strip());
      }
      return known;
    }
    if (form.isAbandoned()) {
      return Optional.empty();
    }
    List<RequesterView> people = clients.requestersWith(form.requesterEmail());
    if (people.size() == 1) {
      return Optional.of(clients.client(people.get(0).clientId()));
    }
    findings.add(
        "client", people.isEmpty() ? "call.problem.noClient" : "call.problem.severalClients");
    return Optional.empty();
  }

  private void service(CallForm form, ClientView client, Findings findings) {
    if (!isEmpty(form.service()) && clients.service(client.id(), form.service()).isEmpty()) {
      findings.add("service", "call.problem.service", client.name(), form.service().strip());
    }
  }

  /** A category may be new, but is more often a slip of the finger. */
  private void category(CallForm form, Findings findings) {
    if (!isEmpty(form.category())
        && !form.category().equals(form.newCategory())
        && !categories.has(form.category())) {
      findings.addQuestion("category", "call.problem.category", form.category().strip());
    }
  }

  /** What has been found so far. */
  private final class Findings {

    private final Locale locale;
    private final List<FieldProblem> found = new ArrayList<>();

    private Findings(Locale locale) {
      this.locale = locale;
    }

    private void add(String field, String key, Object... values) {
      found.add(new FieldProblem(field, pages.words(key, locale, values), false));
    }

    private void addQuestion(String field, String key, Object... values) {
      found.add(new FieldProblem(field, pages.words(key, locale, values), true));
    }
  }
}
