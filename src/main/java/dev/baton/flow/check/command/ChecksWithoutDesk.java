package dev.baton.flow.check.command;

import dev.baton.engine.StoredLiveFiles;
import dev.baton.flow.command.DeskDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The checks and the names of building blocks alone, of which each is made when it is first asked:
 * no web server, no engine, no migration. With a desk's database they read from it.
 */
final class ChecksWithoutDesk implements AutoCloseable {

  private static final String LEFT_OUT =
      "(\\w+Application|demo\\..*|desk\\..*|signin\\..*|database\\..*|web\\..*|.*\\.web\\..*"
          + "|engine\\.configuration\\..*|engine\\.guard\\.Engine(LiveFiles|ModelReader)"
          + "|flow\\.backtest\\..*)";

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private String problem;

  private ChecksWithoutDesk() {}

  /**
   * @param settings before those of the environment
   */
  static ChecksWithoutDesk open(Class<?> application, Map<String, Object> settings) {
    ChecksWithoutDesk checks = new ChecksWithoutDesk();
    checks
        .beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("command", settings));
    checks.start(application.getPackageName());
    return checks;
  }

  private void start(String everything) {
    Optional<DataSource> desk = desk(beans.getEnvironment());
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(Pattern.compile(Pattern.quote(everything + ".") + LEFT_OUT)));
    if (desk.isEmpty()) {
      scanner.addExcludeFilter(new AnnotationTypeFilter(Repository.class));
    }
    scanner.scan(everything);
    desk.ifPresent(
        database -> beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database)));
    // Nothing here waits for an event, and looking for listeners would make what is not needed.
    beans.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
    beans.registerBean(
        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, NothingStarts.class);
    beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    beans.refresh();
  }

  /** The database of the desk that the environment names, if it answers. */
  private Optional<DataSource> desk(Environment environment) {
    if (!DeskDatabase.isNamed(environment)) {
      return Optional.empty();
    }
    try {
      return Optional.of(DeskDatabase.open(environment));
    } catch (SQLException unreachable) {
      problem =
          "The database of BATON_DB_URL does not answer (%s); checked without it."
              .formatted(unreachable.getMessage());
      return Optional.empty();
    }
  }

  /** Why the desk's data are out of reach although they were named. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** What is live on the desk, if it is within reach. */
  Optional<Map<String, byte[]>> live() {
    return beans.getBeanProvider(StoredLiveFiles.class).stream()
        .map(StoredLiveFiles::now)
        .filter(files -> !files.isEmpty())
        .findFirst();
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  /** Job executors and the like stay where they are. */
  static final class NothingStarts extends DefaultLifecycleProcessor {

    @Override
    protected Map<String, Lifecycle> getLifecycleBeans() {
      return Map.of();
    }
  }

  @Override
  public void close() {
    beans.close();
  }
}
