package dev.baton.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API beyond what its endpoints say of themselves: sign-in and errors. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PAGE = PageResponse.class.getSimpleName();
  private static final String DOCUMENTED_PAGE = "PageBody";

  @Bean
  OpenAPI batonApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Baton")
                .version("v1")
                .description(
                    "Report incidents and follow them to their end; register whom the desk serves"
                        + " and who works at it. What an act does is decided by"
                        + " the incident's flow: where the flow does not offer it, the answer is"
                        + " 409 with the reason. Errors are problem+json (RFC 9457), instants are"
                        + " UTC (ISO 8601).")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/").description("This desk")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("The sign-in name and password of the web applications"))
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token, made on the account's page")))
        .addSecurityItem(new SecurityRequirement().addList(BASIC))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  OpenApiCustomizer documentedErrors() {
    return document -> {
      ModelConverters.getInstance()
          .readAll(ProblemSchema.class)
          .forEach(document.getComponents()::addSchemas);
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> addErrors(path, method, operation)));
    };
  }

  /**
   * Keeps the documented names of pages, such as {@code PageBodyIncident}. A name in the annotation
   * of a generic type would make one schema of all of them.
   */
  @Bean
  OpenApiCustomizer documentedPages() {
    return document -> {
      Components components = document.getComponents();
      Map<String, Schema> schemas = new LinkedHashMap<>();
      components.getSchemas().forEach((name, schema) -> schemas.put(documented(name), schema));
      components.setSchemas(schemas);
      document.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .flatMap(operation -> operation.getResponses().values().stream())
          .filter(response -> response.getContent() != null)
          .flatMap(response -> response.getContent().values().stream())
          .map(MediaType::getSchema)
          .filter(schema -> schema != null && schema.get$ref() != null)
          .forEach(
              schema ->
                  schema.set$ref(SCHEMAS + documented(schema.get$ref().replace(SCHEMAS, ""))));
    };
  }

  private static String documented(String name) {
    return name.startsWith(PAGE) ? DOCUMENTED_PAGE + name.substring(PAGE.length()) : name;
  }

  private static void addErrors(String path, PathItem.HttpMethod method, Operation operation) {
    Map<String, String> errors = new LinkedHashMap<>();
    boolean registers = method == PathItem.HttpMethod.PUT;
    boolean writes = registers || method == PathItem.HttpMethod.POST;
    if (writes) {
      errors.put("400", "The body is not readable; says where");
    }
    errors.put("401", "Not signed in");
    errors.put("403", "Your roles do not allow it");
    boolean agreements = path.contains("/agreements") || path.contains("/calendars");
    if (path.contains("{number}")) {
      errors.put("404", "There is no such incident, or you may not see it");
    } else if (registers ? path.contains("{code}/") : path.contains("{")) {
      errors.put("404", "There is nothing with this name, or you may not see it");
    }
    if (writes) {
      errors.put(
          "409",
          registers || agreements
              ? "Somebody else changed the same at the same moment; nothing was changed"
              : "The flow does not offer it now, or somebody was faster; says why");
      errors.put("413", "The body is too large");
      errors.put(
          "415",
          agreements
              ? "The body is of another type than described"
              : "The body is not application/json");
    }
    errors.put("422", "Fields that are not accepted, each with the reason");
    errors.put("500", "Something failed inside; the errorId stands in the desk's log");
    errors.forEach((status, meaning) -> operation.getResponses().put(status, problem(meaning)));
  }

  private static ApiResponse problem(String meaning) {
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Problem"))));
  }
}
