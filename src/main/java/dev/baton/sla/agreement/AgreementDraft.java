package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.calendar.CalendarDefinition;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Definitions that have been written but not published, each with its path in the document, and the
 * errors found while reading them, so that all errors can be reported together.
 */
public final class AgreementDraft {

  /** More than any desk needs. */
  static final int MOST = 1_000;

  /** A definition and its path in the document: empty, or ending in a dot. */
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

  /** Reads a document of {@code calendars:} and {@code agreements:}; either may be missing. */
  public static AgreementDraft ofYaml(String yaml) {
    return of(AgreementYaml.tree(yaml));
  }

  /** Reads a document, or a single agreement. */
  public static AgreementDraft of(JsonNode tree) {
    return tree.has("promises") || tree.has("calendar") ? ofAgreement(null, tree) : document(tree);
  }

  /** Reads one agreement of this name. The definition itself need not repeat the name. */
  public static AgreementDraft ofAgreement(String name, JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    ObjectNode checked = DefinitionSchema.AGREEMENT.check(named(name, tree, flaws), flaws);
    return new AgreementDraft(List.of(), List.of(agreement(checked, "")), flaws);
  }

  /** Reads one calendar of this name. The definition itself need not repeat the name. */
  public static AgreementDraft ofCalendar(String name, JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    ObjectNode calendar = named(name, tree, flaws);
    ObjectNode checked = DefinitionSchema.CALENDAR.check(calendar, flaws);
    return new AgreementDraft(List.of(calendar(checked, "", flaws)), List.of(), flaws);
  }

  static AgreementDraft ofCalendar(JsonNode tree) {
    return ofCalendar(null, tree);
  }

  /** An agreement as it might be published. */
  public static AgreementDraft of(AgreementDefinition agreement) {
    return ofAgreement(null, DefinitionJson.tree(agreement));
  }

  /** A calendar as it might be published. */
  public static AgreementDraft of(CalendarDefinition calendar) {
    return ofCalendar(null, DefinitionJson.tree(calendar));
  }

  /** Calendars and agreements as they might be published together. */
  public static AgreementDraft of(AgreementDocument document) {
    return document(DefinitionWriter.document(document));
  }

  private static AgreementDraft document(JsonNode tree) {
    DefinitionErrors flaws = new DefinitionErrors();
    ObjectNode document = fields(tree, flaws);
    for (String list : List.of("calendars", "agreements")) {
      if (document.path(list).isArray() && document.path(list).size() > MOST) {
        flaws.about(
            list,
            "has %d entries; accepted: at most %d".formatted(document.path(list).size(), MOST));
        document.remove(list);
      }
    }
    ObjectNode checked = DefinitionSchema.DOCUMENT.check(document, flaws);
    List<Drafted<CalendarDefinition>> calendars =
        all(checked, "calendars", (calendar, path) -> calendar(calendar, path, flaws));
    List<Drafted<AgreementDefinition>> agreements =
        all(checked, "agreements", AgreementDraft::agreement);
    if (flaws.all().isEmpty() && calendars.isEmpty() && agreements.isEmpty()) {
      flaws.about("body", "is empty; accepted: a list of calendars, a list of agreements, or both");
    }
    return new AgreementDraft(calendars, agreements, flaws);
  }

  /**
   * The definitions.
   *
   * @throws InvalidDefinition if any part could not be read
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

  private static <D> List<Drafted<D>> all(
      ObjectNode document, String list, BiFunction<JsonNode, String, Drafted<D>> read) {
    JsonNode items = document.path(list);
    if (items.isObject()) {
      return List.of(read.apply(items, list + "."));
    }
    return IntStream.range(0, items.size())
        .mapToObj(i -> read.apply(items.get(i), "%s[%d].".formatted(list, i)))
        .toList();
  }

  private static Drafted<AgreementDefinition> agreement(JsonNode checked, String path) {
    return new Drafted<>(DefinitionJson.definition(checked, AgreementDefinition.class), path);
  }

  private static Drafted<CalendarDefinition> calendar(
      JsonNode checked, String path, DefinitionErrors flaws) {
    Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
    checked
        .path("week")
        .fieldNames()
        .forEachRemaining(
            day -> {
              if (!seen.add(DefinitionJson.weekday(day))) {
                flaws.about(
                    path + "week." + day, "appears twice; accepted: each day of the week once");
              }
            });
    return new Drafted<>(DefinitionJson.definition(checked, CalendarDefinition.class), path);
  }

  private static ObjectNode named(String name, JsonNode tree, DefinitionErrors flaws) {
    ObjectNode fields = fields(tree, flaws);
    String given = fields.path("name").asText(name);
    if (name != null && !name.equals(given)) {
      flaws.about(
          "name",
          "'%s' differs from the name in the address; accepted: %s, or none"
              .formatted(given, name));
    }
    return name == null ? fields : fields.put("name", name);
  }

  private static ObjectNode fields(JsonNode tree, DefinitionErrors flaws) {
    if (tree instanceof ObjectNode fields) {
      return fields.deepCopy();
    }
    flaws.about("body", "must contain fields with values");
    return JsonNodeFactory.instance.objectNode();
  }
}
