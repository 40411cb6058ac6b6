package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Definitions that somebody wrote and nobody published yet, with what could not be read of them and
 * the path of each, so that everything that is wrong can be said at once.
 */
public final class AgreementDraft {

  /** More than any desk has. */
  static final int MOST = 1_000;

  /** A definition and where it stands: empty, or a path that ends in a dot. */
  record Drafted<D>(D definition, String path) {}

  private final List<Drafted<CalendarDefinition>> calendars;
  private final List<Drafted<AgreementDefinition>> agreements;
  private final DefinitionErrors flaws;

  private AgreementDraft(
      List<Drafted<CalendarDefinition>> calendars,
      List<Drafted<AgreementDefinition>> agreements,
      DefinitionErrors flaws) {
    this.calendars = List.copyOf(calendars);
    this.agreements = List.copyOf(agreements);
    this.flaws = flaws;
  }

  /** Of {@code calendars:} and {@code agreements:}, one of which may be missing. */
  public static AgreementDraft ofYaml(String yaml) {
    return of(AgreementYaml.tree(yaml));
  }

  /** Of a document, or of one agreement that stands alone. */
  public static AgreementDraft of(JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    DocumentNode place = DocumentNode.top(tree, flaws);
    if (place.has("promises") || place.has("calendar")) {
      return new AgreementDraft(
          List.of(), List.of(new Drafted<>(DefinitionReader.agreement(place), "")), flaws);
    }
    List<Drafted<CalendarDefinition>> calendars =
        all(place.at("calendars"), DefinitionReader::calendar);
    List<Drafted<AgreementDefinition>> agreements =
        all(place.at("agreements"), DefinitionReader::agreement);
    place.holdsNothingElse();
    if (flaws.all().isEmpty() && calendars.isEmpty() && agreements.isEmpty()) {
      place.complain("holds nothing; accepted: a list of calendars, a list of agreements, or both");
    }
    return new AgreementDraft(calendars, agreements, flaws);
  }

  /** Of one agreement, which has this name; it need not say so itself. */
  public static AgreementDraft ofAgreement(String name, JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    AgreementDefinition read = DefinitionReader.agreement(DocumentNode.top(tree, flaws));
    sameName(name, read.name(), flaws);
    AgreementDefinition named =
        new AgreementDefinition(
            name,
            read.kind(),
            read.client(),
            read.tier(),
            read.service(),
            read.validFrom(),
            read.validTo(),
            read.calendar(),
            read.promises());
    return new AgreementDraft(List.of(), List.of(new Drafted<>(named, "")), flaws);
  }

  /** Of one calendar, which has this name; it need not say so itself. */
  public static AgreementDraft ofCalendar(String name, JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    CalendarDefinition read = DefinitionReader.calendar(DocumentNode.top(tree, flaws));
    sameName(name, read.name(), flaws);
    CalendarDefinition named =
        new CalendarDefinition(
            name, read.zone(), read.week(), read.holidays(), read.closed(), read.special());
    return new AgreementDraft(List.of(new Drafted<>(named, "")), List.of(), flaws);
  }

  static AgreementDraft ofCalendar(JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    CalendarDefinition read = DefinitionReader.calendar(DocumentNode.top(tree, flaws));
    return new AgreementDraft(List.of(new Drafted<>(read, "")), List.of(), flaws);
  }

  static AgreementDraft of(AgreementDefinition agreement) {
    return new AgreementDraft(
        List.of(), List.of(new Drafted<>(agreement, "")), new DefinitionErrors());
  }

  static AgreementDraft of(CalendarDefinition calendar) {
    return new AgreementDraft(
        List.of(new Drafted<>(calendar, "")), List.of(), new DefinitionErrors());
  }

  /**
   * The definitions.
   *
   * @throws InvalidDefinition if some of it could not be read
   */
  public AgreementDocument document() {
    flaws.raise();
    return new AgreementDocument(
        calendars.stream().map(Drafted::definition).toList(),
        agreements.stream().map(Drafted::definition).toList());
  }

  List<Drafted<CalendarDefinition>> calendars() {
    return calendars;
  }

  List<Drafted<AgreementDefinition>> agreements() {
    return agreements;
  }

  DefinitionErrors flaws() {
    return flaws;
  }

  private static <D> List<Drafted<D>> all(DocumentNode list, Function<DocumentNode, D> read) {
    List<DocumentNode> items = list.items();
    if (items.size() > MOST) {
      list.complain("has %d entries; accepted: at most %d".formatted(items.size(), MOST));
      return List.of();
    }
    List<Drafted<D>> drafted = new ArrayList<>();
    items.forEach(item -> drafted.add(new Drafted<>(read.apply(item), item.path() + ".")));
    return drafted;
  }

  private static void sameName(String name, String given, DefinitionErrors flaws) {
    if (given != null && !given.equals(name)) {
      flaws.about(
          "name",
          "'%s' is not the name in the address; accepted: %s, or nothing".formatted(given, name));
    }
  }
}
