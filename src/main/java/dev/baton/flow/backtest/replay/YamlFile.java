package dev.baton.flow.backtest.replay;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads a file that people wrote as YAML, and says which line and field it does not understand. */
public final class YamlFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private YamlFile() {}

  /**
   * @param what it is to be, as it stands in a sentence, such as {@code rota}
   * @throws InvalidUsage with line and field, when the file cannot be read as that
   */
  public static <T> T read(Path file, Class<T> type, String what) {
    String name = "The %s %s".formatted(what, file);
    try {
      T read = YAML.readValue(Files.readString(file), type);
      if (read == null) {
        throw new InvalidUsage(name + " is empty.");
      }
      return read;
    } catch (UnrecognizedPropertyException e) {
      throw refused(
          name,
          e,
          "is unknown; accepted: "
              + e.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    } catch (JsonMappingException e) {
      throw refused(name, e, "is not understood: " + firstLine(e));
    } catch (JsonProcessingException e) {
      throw new InvalidUsage(
          "%s is not readable YAML: %s%s".formatted(name, line(e), firstLine(e)));
    } catch (IOException e) {
      throw new InvalidUsage("%s cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  private static InvalidUsage refused(String name, JsonMappingException e, String what) {
    String field =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return new InvalidUsage(
        "%s is refused: %s%s %s".formatted(name, line(e), field.isEmpty() ? "it" : field, what));
  }

  private static String line(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : "line %d: ".formatted(at.getLineNr());
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("no reason was given");
  }
}
