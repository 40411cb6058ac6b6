package dev.baton.support;

import dev.baton.BatonApplication;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One node of a desk: an application of its own on a schema that it may share with others. Start
 * and close it in the test; its web server listens on a free port.
 */
public final class Node implements AutoCloseable {

  /** The coverage library measures the one application of a Spring test, and fails in any other. */
  static final String COVERAGE =
      "org.camunda.community.process_test_coverage.spring_test.platform7"
          + ".ProcessEngineCoverageConfiguration";

  private final ConfigurableApplicationContext application;
  private final StagedDesk desk;

  private Node(ConfigurableApplicationContext application) {
    this.application = application;
    this.desk = application.getAutowireCapableBeanFactory().createBean(StagedDesk.class);
  }

  /**
   * @param jobExecutor whether it runs jobs by itself
   * @param settings further ones, such as {@code --baton.mail.address=desk@a.example}
   */
  public static Node start(SchemaAccess schema, boolean jobExecutor, String... settings) {
    String[] usual = {
      "--baton.db.url=" + schema.url(),
      "--baton.db.user=" + schema.user(),
      "--baton.db.password=" + schema.password(),
      "--baton.admin.password=Only-4-tests!",
      "--baton.demo=false",
      "--baton.sign-in.password-strength=4",
      "--camunda.bpm.job-execution.enabled=" + jobExecutor,
      "--camunda.bpm.generate-unique-process-engine-name=true",
      "--camunda.bpm.generate-unique-process-application-name=true",
      "--spring.datasource.hikari.minimum-idle=1",
      // What its pages know of the engine is static: closed with one node, gone for all.
      "--camunda.bpm.webapp.enabled=false",
      "--spring.jmx.enabled=false",
      "--spring.autoconfigure.exclude=" + COVERAGE,
      "--server.address=127.0.0.1",
      "--server.port=0"
    };
    String[] all = Stream.of(usual, settings).flatMap(Stream::of).toArray(String[]::new);
    return new Node(new SpringApplicationBuilder(BatonApplication.class).run(all));
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public StagedDesk desk() {
    return desk.furnish();
  }

  @Override
  public void close() {
    application.close();
  }
}
