package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Checks a draft against the rules and against what is already published. */
@Component
class DraftValidator {

  private final PublishedAgreements published;
  private final ClientDirectory clients;
  private final Clock clock;

  DraftValidator(PublishedAgreements published, ClientDirectory clients, Clock clock) {
    this.published = published;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Returns remarks about a draft that is accepted. A definition that is already published in
   * exactly this form is not checked again.
   *
   * @throws InvalidDefinition with every error found
   */
  List<DefinitionRemark> check(AgreementDraft draft) {
    DefinitionErrors flaws = new DefinitionErrors();
    flaws.addAll(draft.flaws());
    AgreementDocument present = published.document();
    once(draft.calendars(), CalendarDefinition::name, flaws);
    once(draft.agreements(), AgreementDefinition::name, flaws);
    ValidationContext around = surroundings(draft, present);
    draft.calendars().stream()
        .filter(drafted -> !present.calendars().contains(drafted.definition()))
        .forEach(
            drafted -> {
              CalendarValidator.check(drafted.definition(), drafted.path(), around.now(), flaws);
              checkMeasured(drafted, present, around, flaws);
            });
    List<DefinitionRemark> said = new ArrayList<>();
    AgreementValidator rules = new AgreementValidator(around, flaws, said);
    draft.agreements().stream()
        .filter(drafted -> !present.agreements().contains(drafted.definition()))
        .forEach(drafted -> rules.check(drafted.definition(), drafted.path()));
    flaws.raise();
    return List.copyOf(new LinkedHashSet<>(said));
  }

  /** What is published and measured by a changed calendar has to stay within reach. */
  private static void checkMeasured(
      AgreementDraft.Drafted<CalendarDefinition> drafted,
      AgreementDocument present,
      ValidationContext around,
      DefinitionErrors flaws) {
    CalendarDefinition calendar = drafted.definition();
    if (calendar.name() == null || calendar.zone() == null) {
      return;
    }
    PromiseReach reach = new PromiseReach(calendar, around.now());
    around.agreements().values().stream()
        .filter(agreement -> present.agreements().contains(agreement))
        .filter(agreement -> agreement.promisesBy(calendar.name()).anyMatch(reach::isTooFar))
        .map(AgreementDefinition::name)
        .findFirst()
        .ifPresent(
            name ->
                flaws.about(
                    drafted.path() + "week",
                    "is open too rarely for the agreement '%s', which would be due more than 20"
                            .formatted(name)
                        + " years from now; accepted: more hours",
                    LocalizableText.of("refused.calendar.tooRare", name)));
  }

  private ValidationContext surroundings(AgreementDraft draft, AgreementDocument present) {
    Map<String, CalendarDefinition> calendars = new TreeMap<>();
    present.calendars().forEach(calendar -> calendars.put(calendar.name(), calendar));
    draft.calendars().stream()
        .map(AgreementDraft.Drafted::definition)
        .filter(calendar -> calendar.name() != null)
        .forEach(calendar -> calendars.put(calendar.name(), calendar));
    Map<String, AgreementDefinition> agreements = new TreeMap<>();
    present.agreements().forEach(agreement -> agreements.put(agreement.name(), agreement));
    draft.agreements().stream()
        .map(AgreementDraft.Drafted::definition)
        .filter(agreement -> agreement.name() != null)
        .forEach(agreement -> agreements.put(agreement.name(), agreement));
    return new ValidationContext(
        code -> client(code) != null, this::hasService, calendars, agreements, clock.instant());
  }

  private ClientView client(String code) {
    return clients.find(code).filter(found -> found.code().equals(code)).orElse(null);
  }

  private boolean hasService(String client, String service) {
    if (client == null) {
      return clients.clients().stream().anyMatch(any -> hasService(any.id(), service));
    }
    ClientView found = client(client);
    return found != null && hasService(found.id(), service);
  }

  private boolean hasService(long client, String service) {
    return clients
        .service(client, service)
        .map(ServiceView::code)
        .filter(service::equals)
        .isPresent();
  }

  private static <D> void once(
      List<AgreementDraft.Drafted<D>> drafted, Function<D, String> name, DefinitionErrors flaws) {
    Set<String> seen = new HashSet<>();
    for (AgreementDraft.Drafted<D> one : drafted) {
      String its = name.apply(one.definition());
      if (its != null && !seen.add(its)) {
        flaws.about(
            one.path() + "name", "'%s' appears twice; accepted: each name once".formatted(its));
      }
    }
  }
}
