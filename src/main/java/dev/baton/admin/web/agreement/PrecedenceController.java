package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementLabel;
import dev.baton.sla.agreement.AgreementPreview;
import dev.baton.sla.agreement.AgreementScope;
import dev.baton.sla.agreement.SampleIncident;
import dev.baton.sla.explanation.ExplanationLanguage;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which agreement counts for a client, a service and a priority. */
@RestController
@RequestMapping("/desk/admin")
@Hidden
class PrecedenceController {

  private static final int MOST = 12;

  private final DueTimes due;
  private final DefinitionWords words;
  private final ClientDirectory clients;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;
  private final MessageSource messages;
  private final Clock clock;

  PrecedenceController(
      DueTimes due,
      DefinitionWords words,
      ClientDirectory clients,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages,
      MessageSource messages,
      Clock clock) {
    this.due = due;
    this.words = words;
    this.clients = clients;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
    this.messages = messages;
    this.clock = clock;
  }

  /** An agreement that applies. The one with rank 1 counts. */
  record Rank(int rank, String name, String agreement, String scope, String target) {}

  /** The agreements for one kind and priority. */
  record Outcome(DueTimes.DueRow row, List<Rank> ranks) {}

  @GetMapping(path = "/agreements/precedence", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> precedence(
      @RequestParam(required = false) String client,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "") String priority) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    Locale locale = visitor.locale();
    FormProblems problems = new FormProblems();
    Map<String, Object> model = layout.model(visitor, AgreementPages.NAME);
    model.put("client", client == null ? "" : client.strip());
    model.put("service", service.strip());
    model.put("priority", priority);
    model.put("priorities", Priority.values());
    model.put("outcomes", null);
    if (client != null) {
      SampleIncident sample = sample(client.strip(), service.strip(), priority, problems);
      if (problems.isEmpty()) {
        model.put(
            "outcomes",
            due.published(sample).outcomes().stream()
                .map(outcome -> outcome(outcome, visitor))
                .toList());
      }
    }
    model.put("problems", problems.texts(pages, locale));
    return layout.answer(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
        "admin-precedence",
        visitor,
        model);
  }

  /** The services of the client that a form names; all of them if it names none. */
  @GetMapping(path = "/choices/services", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> services(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String client) {
    access.visitor(Permission.READ_AGREEMENTS);
    List<Suggestion> found =
        client.isBlank()
            ? clients.serviceNames(q, MOST).stream()
                .map(service -> suggestion(service.code(), service.name()))
                .toList()
            : clients
                .find(client.strip())
                .filter(one -> one.code().equals(client.strip()))
                .map(one -> services(one, q.strip().toLowerCase(Locale.ROOT)))
                .orElse(List.of());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  private List<Suggestion> services(ClientView client, String text) {
    return clients.services(client.id()).stream()
        .filter(
            service ->
                (service.name() + " " + service.code()).toLowerCase(Locale.ROOT).contains(text))
        .map(service -> suggestion(service.code(), service.name()))
        .limit(MOST)
        .toList();
  }

  private static Suggestion suggestion(String code, String name) {
    return new Suggestion(code, name, code, null);
  }

  private SampleIncident sample(
      String client, String service, String priority, FormProblems problems) {
    ClientView known = clients.find(client).filter(one -> one.code().equals(client)).orElse(null);
    if (client.isEmpty()) {
      problems.about("client", "refused.fieldRequired");
    } else if (known == null) {
      problems.about("client", "refused.settings.client", client);
    } else if (!service.isEmpty()
        && clients
            .service(known.id(), service)
            .map(ServiceView::code)
            .filter(service::equals)
            .isEmpty()) {
      problems.about("service", "refused.agreement.service", service);
    }
    Priority only = FormValues.chosen(Priority.values(), priority);
    return new SampleIncident(null, client, service.isEmpty() ? null : service, only);
  }

  private Outcome outcome(AgreementPreview.Outcome outcome, Visitor visitor) {
    Locale locale = visitor.locale();
    ExplanationLanguage language =
        ExplanationLanguage.forReaders(messages, locale, outcome.zone(), clock.instant());
    return new Outcome(
        due.row(outcome, null, locale),
        outcome.precedence().stream().map(rank -> rank(rank, language, locale)).toList());
  }

  private Rank rank(AgreementPreview.Rank rank, ExplanationLanguage language, Locale locale) {
    AgreementLabel label = rank.agreement();
    AgreementScope scope = rank.scope();
    return new Rank(
        rank.rank(),
        label.name(),
        language.agreement(label),
        language.scope(scope),
        words.target(rank.target(), locale));
  }
}
