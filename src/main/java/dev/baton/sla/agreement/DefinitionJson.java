package dev.baton.sla.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads and writes definitions of calendars and agreements as JSON, with targets and hours in
 * words. There are two forms: the one that is stored, and the one that people write, with its
 * shortcuts.
 */
final class DefinitionJson {

  private static final ObjectMapper STORED = mapper().build();
  private static final ObjectMapper WRITTEN =
      mapper()
          .addModule(asPeopleWrite())
          .addMixIn(HolidayRegion.class, WrittenRegion.class)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  private DefinitionJson() {}

  static String write(Object definition) {
    try {
      return STORED.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return STORED.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition cannot be read: " + text, e);
    }
  }

  /** The definition in the form that people write. */
  static ObjectNode tree(Object definition) {
    return WRITTEN.valueToTree(definition);
  }

  /** Reads what people wrote, once {@link DefinitionSchema} has removed what is wrong. */
  static <T> T definition(JsonNode checked, Class<T> type) {
    try {
      return WRITTEN.treeToValue(checked, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The schema accepts what cannot be read: " + checked, e);
    }
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is not a date; accepted: a date such as 2026-12-24".formatted(text), e);
    }
  }

  static DayOfWeek weekday(String text) {
    String day = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(it -> it.name().equals(day) || it.name().substring(0, 3).equals(day))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not a day of the week; accepted: monday to sunday, or mon to sun"
                        .formatted(text)));
  }

  private static JsonMapper.Builder mapper() {
    SimpleModule words = new SimpleModule("words");
    words.addDeserializer(Target.class, parsed(Target::parse));
    words.addDeserializer(OpeningHours.class, parsed(OpeningHours::parse));
    words.addSerializer(Target.class, ToStringSerializer.instance);
    words.addSerializer(OpeningHours.class, ToStringSerializer.instance);
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(words)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static SimpleModule asPeopleWrite() {
    SimpleModule module = new SimpleModule("as people write");
    module.addDeserializer(String.class, parsed(String::strip));
    module.addKeyDeserializer(DayOfWeek.class, key(DefinitionJson::weekday));
    module.addKeyDeserializer(LocalDate.class, key(DefinitionJson::date));
    module.addKeySerializer(
        DayOfWeek.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(DayOfWeek day, JsonGenerator to, SerializerProvider provider)
              throws IOException {
            to.writeFieldName(day.name().toLowerCase(Locale.ROOT));
          }
        });
    return module;
  }

  private static <T> JsonDeserializer<T> parsed(Function<String, T> parse) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
        return parse.apply(from.getValueAsString());
      }
    };
  }

  private static KeyDeserializer key(Function<String, ?> parse) {
    return new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) {
        return parse.apply(key);
      }
    };
  }

  /** {@code DE-BY}, or a country and its regions. */
  private abstract static class WrittenRegion {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    @SuppressWarnings("UnusedVariable") // Jackson reads the names alone: this is a mix-in
    WrittenRegion(
        @JsonProperty("country") String country, @JsonProperty("regions") List<String> regions) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static HolidayRegion parse(String text) {
      return HolidayRegion.parse(text);
    }
  }
}
