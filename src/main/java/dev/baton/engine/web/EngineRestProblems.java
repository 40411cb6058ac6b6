package dev.baton.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.engine.VisitorTexts;
import dev.baton.web.text.Refusal;
import dev.baton.web.validation.InvalidInput;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Answers requests that the engine's REST API cannot parse with 400 in its own format, in both
 * applications, without logging them as engine failures.
 */
@Configuration(proxyBeanMethods = false)
class EngineRestProblems {

  private static final String REST = "org.camunda.bpm.engine.rest.";
  private static final List<String> READING = List.of("java.", "jdk.", "com.fasterxml.");

  /** Both applications take their classes from the engine's list, when they start. */
  @Bean
  static BeanFactoryPostProcessor problemsOfTheEnginesRest() {
    return beans ->
        CamundaRestResources.getConfigurationClasses()
            .addAll(
                List.of(
                    NoNullBodies.class,
                    UnreadableJson.class,
                    UnreadableRequests.class,
                    NoMemory.class));
  }

  private static Response badRequest(String message) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            ExceptionDto.fromException(
                new InvalidRequestException(Response.Status.BAD_REQUEST, message)))
        .build();
  }

  /** In the engine's format, with the field that is to be changed. */
  private static Response badRequest(InvalidInput refused) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            new RefusedField(
                InvalidInput.class.getSimpleName(), VisitorTexts.of(refused), refused.field()))
        .build();
  }

  /** A field that a step of a flow did not accept. */
  public record RefusedField(String type, String message, String field) {}

  /** No resource of the engine expects the JSON {@code null}. */
  @Provider
  public static class NoNullBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      Object body = context.proceed();
      if (body == null) {
        throw new InvalidRequestException(Response.Status.BAD_REQUEST, "The body must not be null");
      }
      return body;
    }
  }

  /** JSON that is too deep, or has numbers and texts without end. */
  @Provider
  public static class UnreadableJson implements ExceptionMapper<JsonProcessingException> {

    @Override
    public Response toResponse(JsonProcessingException problem) {
      return badRequest("The body is not readable JSON");
    }
  }

  /**
   * What fails while the REST API takes a request apart lies in the request, and so does input that
   * a step of a flow does not accept; all else is logged.
   */
  @Provider
  public static class UnreadableRequests implements ExceptionMapper<RuntimeException> {

    @Override
    public Response toResponse(RuntimeException problem) {
      if (problem instanceof InvalidInput refused) {
        return badRequest(refused);
      }
      if (!(problem instanceof WebApplicationException) && failedWhileReading(problem)) {
        return badRequest("The request lacks something, or has values of a wrong type");
      }
      Response answer = ExceptionHandlerHelper.getInstance().getResponse(problem);
      if (problem instanceof Refusal refusal && answer.getEntity() instanceof ExceptionDto body) {
        body.setMessage(VisitorTexts.of(refusal));
      }
      return answer;
    }

    private static boolean failedWhileReading(RuntimeException problem) {
      return Arrays.stream(problem.getStackTrace())
          .map(StackTraceElement::getClassName)
          .filter(name -> READING.stream().noneMatch(name::startsWith))
          .findFirst()
          .filter(name -> name.startsWith(REST))
          .isPresent();
    }
  }

  /** The engine would answer 500 and log its text alone; nothing works after it. */
  @Provider
  public static class NoMemory implements ExceptionMapper<OutOfMemoryError> {

    private static final int STATUS = 3;

    @Override
    public Response toResponse(OutOfMemoryError problem) {
      Runtime.getRuntime().halt(STATUS);
      return null;
    }
  }
}
