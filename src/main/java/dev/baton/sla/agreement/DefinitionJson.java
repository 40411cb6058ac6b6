package dev.baton.sla.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import java.io.IOException;
import java.util.function.Function;

/**
 * How definitions of calendars and agreements are written: targets and hours as people say them.
 */
final class DefinitionJson {

  static final ObjectMapper JSON = readAndWrite(JsonMapper.builder()).build();

  private DefinitionJson() {}

  static <B extends com.fasterxml.jackson.databind.cfg.MapperBuilder<?, B>> B readAndWrite(
      B mapper) {
    SimpleModule words = new SimpleModule();
    spoken(words, Target.class, Target::parse);
    spoken(words, OpeningHours.class, OpeningHours::parse);
    return mapper
        .addModule(new JavaTimeModule())
        .addModule(words)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  static String write(Object definition) {
    try {
      return JSON.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition cannot be read: " + text, e);
    }
  }

  private static <T> void spoken(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator to, SerializerProvider provider)
              throws IOException {
            to.writeString(value.toString());
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
            try {
              return parse.apply(from.getValueAsString());
            } catch (RuntimeException e) {
              throw context.weirdStringException(from.getValueAsString(), type, e.getMessage());
            }
          }
        });
  }
}
