package dev.baton.support;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives each application under test a schema of its own, dropped when the application closes. */
class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    BatonTest test = TestContextAnnotationUtils.findMergedAnnotation(testClass, BatonTest.class);
    return test == null
        ? null
        : new Customizer(test.jobExecutor(), test.webEnvironment() == WebEnvironment.MOCK);
  }

  /**
   * Equal settings make equal customizers, and so one cached application. Several live side by side
   * in one JVM only under different names; the engine's web applications look for the default one.
   */
  private record Customizer(boolean jobExecutor, boolean nameOfItsOwn)
      implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      TestDatabase.Schema schema = TestDatabase.deskSchema();
      // The first to be registered is the last to be destroyed: after the connection pool.
      ((DefaultSingletonBeanRegistry) context.getBeanFactory())
          .registerDisposableBean("testSchema", schema::drop);
      context.getBeanFactory().addBeanPostProcessor(new CountedSql());
      addBelowTheTestsOwn(
          context.getEnvironment().getPropertySources(),
          new MapPropertySource(
              "Baton test",
              Map.ofEntries(
                  entry("baton.db.url", schema.url()),
                  entry("baton.db.user", schema.user()),
                  entry("baton.db.password", schema.password()),
                  entry("baton.admin.password", "Only-4-tests!"),
                  entry("baton.demo", "false"),
                  // Tests of broken models check by themselves whether a release is rolled back.
                  entry("baton.flow.go-back", "false"),
                  // Tests of migrations have the worker run when they want it to.
                  entry("baton.flow.migration-worker", "false"),
                  // The weakest that there is: tests sign in hundreds of times.
                  entry("baton.sign-in.password-strength", "4"),
                  // Tests come from wherever they say, as from behind a proxy.
                  entry("server.forward-headers-strategy", "native"),
                  // Whose headers on a mail are believed.
                  entry("baton.mail.authserv-ids", "mx.baton.example"),
                  // The stories' clock stands still, and Rita hears of many incidents in an hour.
                  entry("baton.notification.per-address", "1000000"),
                  entry("baton.notification.per-incident", "1000000"),
                  // The chat tools of the tests listen there, and nowhere else.
                  entry("baton.notification.webhook-allowed", "127.0.0.1/32"),
                  entry("camunda.bpm.job-execution.enabled", jobExecutor),
                  entry("camunda.bpm.generate-unique-process-engine-name", nameOfItsOwn),
                  entry("camunda.bpm.generate-unique-process-application-name", nameOfItsOwn),
                  entry("spring.datasource.hikari.minimum-idle", "1"))));
    }

    private static void addBelowTheTestsOwn(
        MutablePropertySources sources, MapPropertySource ours) {
      String tests = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
      if (sources.contains(tests)) {
        sources.addAfter(tests, ours);
      } else {
        sources.addFirst(ours);
      }
    }
  }
}
