package dev.baton.sla.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Documents of calendars and agreements as YAML. No document can expand beyond its own length:
 * anchors and aliases are refused, as are documents of more than a million characters, deep
 * nesting, duplicate fields, and a second document in the same text.
 */
public final class AgreementYaml {

  static final int LONGEST = 1_000_000;
  private static final int DEEPEST = 12;
  private static final YAMLFactory YAML = factory();
  private static final ObjectMapper READER =
      YAMLMapper.builder(YAML)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private AgreementYaml() {}

  /** Reads a document; throws {@link InvalidDefinition} with every error found. */
  public static AgreementDocument read(String yaml) {
    return AgreementDraft.ofYaml(yaml).document();
  }

  /** Writes a document. Reading it again gives the same definitions. */
  public static String write(AgreementDocument document) {
    try {
      return READER.writeValueAsString(DefinitionWriter.document(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode tree(String yaml) {
    if (yaml.length() > LONGEST) {
      throw new InvalidDefinition(
          "body", "is too long; accepted: a document of at most %d characters".formatted(LONGEST));
    }
    try {
      refuseAliases(yaml);
      return READER.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuseAliases(String yaml) throws IOException {
    try (YAMLParser parser = YAML.createParser(yaml)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
          throw new InvalidDefinition(
              "body",
              "line %d: anchors (&) and aliases (*) are not supported; accepted: each value written out"
                  .formatted(parser.currentTokenLocation().getLineNr()));
        }
      }
    }
  }

  private static InvalidDefinition unreadable(JsonProcessingException e) {
    String what = e.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
    String where =
        e.getLocation() == null
            ? ""
            : "line %d, column %d: "
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return new InvalidDefinition("body", "is not valid YAML: " + where + what);
  }

  private static YAMLFactory factory() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LONGEST);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(1);
    return YAMLFactory.builder()
        .loaderOptions(limits)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(10_000)
                .maxNumberLength(50)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
        .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
        .disable(YAMLGenerator.Feature.SPLIT_LINES)
        .build();
  }
}
