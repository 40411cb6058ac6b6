package dev.baton.desk.web.macro;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ServiceName;
import dev.baton.desk.macro.Macro;
import dev.baton.desk.web.PageRenderer;
import dev.baton.incident.IncidentView;
import dev.baton.incident.category.CategorySuggestions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Categories and services for macros: which there are, and which are not there any more. */
@Component
public class MacroValues {

  private static final int MOST = 8;

  private final CategorySuggestions categories;
  private final ClientDirectory clients;
  private final PageRenderer pages;

  MacroValues(CategorySuggestions categories, ClientDirectory clients, PageRenderer pages) {
    this.categories = categories;
    this.clients = clients;
    this.pages = pages;
  }

  /** Categories of the list, then those in use, that contain the text. */
  List<String> categories(String typed) {
    return categories.containing(typed, MOST);
  }

  /** Services of any client with the text in their code or name. */
  List<ServiceName> services(String typed) {
    return clients.serviceNames(typed, MOST);
  }

  /** The code of the service, which the form may give by its name; as given if there is none. */
  String serviceCode(String codeOrName) {
    return clients.serviceNamed(codeOrName).map(ServiceName::code).orElse(codeOrName);
  }

  /** The names of the services that these macros set, by their codes. */
  public Map<String, String> serviceNames(Collection<Macro> macros) {
    Set<String> codes =
        macros.stream().map(Macro::service).filter(Objects::nonNull).collect(Collectors.toSet());
    return clients.serviceNames(codes);
  }

  String serviceName(String code) {
    return clients.serviceNamed(code).map(ServiceName::name).orElse(code);
  }

  /** What is wrong with the form, in words by the name of its field. */
  Map<String, String> problems(Macro macro, Locale locale) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (macro.category() != null && !categories.has(macro.category())) {
      problems.put("category", pages.words("macros.categoryUnknown", locale, macro.category()));
    }
    if (macro.service() != null && clients.serviceNamed(macro.service()).isEmpty()) {
      problems.put("service", pages.words("macros.serviceUnknown", locale, macro.service()));
    }
    return problems;
  }

  /** Why the macro cannot set its service on the incident now; empty if it can. */
  public Optional<String> serviceProblem(Macro macro, IncidentView incident, Locale locale) {
    return macro.service() == null
            || clients.service(incident.clientId(), macro.service()).isPresent()
        ? Optional.empty()
        : Optional.of(
            pages.words(
                "macros.serviceGone",
                locale,
                clients.client(incident.clientId()).name(),
                serviceName(macro.service())));
  }
}
