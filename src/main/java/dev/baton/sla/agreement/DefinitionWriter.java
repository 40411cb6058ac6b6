package dev.baton.sla.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import java.util.List;

/** Writes definitions as people do: default values are left out. */
final class DefinitionWriter {

  private static final List<String> USUAL = List.of("starts", "stops", "pausedBy", "atRisk");

  private DefinitionWriter() {}

  static ObjectNode document(AgreementDocument document) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ArrayNode calendars = fields.putArray("calendars");
    document.calendars().forEach(calendar -> calendars.add(calendar(calendar)));
    ArrayNode agreements = fields.putArray("agreements");
    document.agreements().forEach(agreement -> agreements.add(agreement(agreement)));
    return fields;
  }

  private static ObjectNode calendar(CalendarDefinition calendar) {
    ObjectNode fields = withoutEmpty(calendar);
    HolidayRegion holidays = calendar.holidays();
    if (holidays != null && holidays.regions().stream().noneMatch(step -> step.contains("-"))) {
      fields.set("holidays", TextNode.valueOf(holidays.toString()));
    }
    return fields;
  }

  private static ObjectNode agreement(AgreementDefinition agreement) {
    ObjectNode fields = withoutEmpty(agreement);
    if (agreement.kind() == AgreementKind.SLA) {
      fields.remove("kind");
    }
    ArrayNode promises = fields.putArray("promises");
    agreement.promises().forEach(promise -> promises.add(promise(promise)));
    return fields;
  }

  private static ObjectNode promise(Promise promise) {
    ObjectNode fields = DefinitionJson.tree(promise);
    JsonNode usual = DefinitionJson.tree(promise.asUsual());
    fields
        .properties()
        .removeIf(
            field ->
                USUAL.contains(field.getKey())
                    ? field.getValue().equals(usual.get(field.getKey()))
                    : isEmpty(field.getValue()));
    return fields;
  }

  private static ObjectNode withoutEmpty(Object definition) {
    ObjectNode fields = DefinitionJson.tree(definition);
    fields.properties().removeIf(field -> isEmpty(field.getValue()));
    return fields;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }
}
