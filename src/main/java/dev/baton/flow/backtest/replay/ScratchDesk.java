package dev.baton.flow.backtest.replay;

import dev.baton.engine.HistoryOfSteps;
import dev.baton.staff.UserAccounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * A whole Baton without web, demonstration and job executor on a scratch database. Closing it
 * leaves nothing behind; so does the end of the program, however it is brought about short of
 * killing it.
 */
public final class ScratchDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScratchDesk.class);
  private static final String WEB_OF_THE_ENGINE =
      "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private static final long PATIENCE_SECONDS = 10;

  /**
   * Spring Boot sets up logging once for a program: two starts at a time are in each other's way.
   */
  private static final Lock STARTS = new ReentrantLock();

  private final boolean escalates;
  private final String name;
  private final ScratchDatabase server;

  private final Thread onExit = new Thread(this::end, "backtest-exit");
  private final CountDownLatch left = new CountDownLatch(1);
  private volatile boolean ending;
  private ScratchDatabase database;
  private ConfigurableApplicationContext application;

  private ScratchDesk(boolean escalates, String name, ScratchDatabase server) {
    this.escalates = escalates;
    this.name = name;
    this.server = server;
  }

  /**
   * @param escalates whether anybody is told of deadlines; without, nothing raises escalations
   */
  public static ScratchDesk open(Class<?> program, boolean escalates) {
    return open(program, escalates, "", null);
  }

  /**
   * One of several desks of this program, each used by a thread of its own.
   *
   * @param name what the others are not called
   * @param server where its schema is; null for the one that the environment names, or one of its
   *     own
   */
  public static ScratchDesk open(
      Class<?> program, boolean escalates, String name, ScratchDatabase server) {
    ScratchDesk desk = new ScratchDesk(escalates, name, server);
    Runtime.getRuntime().addShutdownHook(desk.onExit);
    try {
      desk.start(program);
      return desk;
    } catch (RuntimeException e) {
      desk.close();
      throw e;
    }
  }

  private void start(Class<?> program) {
    SpringApplication baton =
        new SpringApplicationBuilder(program)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .initializers(this::prepare)
            .build();
    STARTS.lock();
    try {
      start(baton);
    } finally {
      STARTS.unlock();
    }
  }

  private void start(SpringApplication baton) {
    ConfigurableApplicationContext started =
        baton.run(
            "--baton.demo=false",
            "--baton.flow.go-back=false",
            "--camunda.bpm.job-execution.enabled=false",
            "--camunda.bpm.webapp.enabled=false",
            // Everything is done through Baton's own use cases, which check for themselves.
            "--camunda.bpm.authorization.enabled=false",
            "--camunda.bpm.generate-unique-process-engine-name=true",
            "--camunda.bpm.generate-unique-process-application-name=true",
            "--spring.jmx.enabled=false",
            "--baton.sign-in.password-strength=4",
            "--spring.autoconfigure.exclude=" + WEB_OF_THE_ENGINE,
            "--spring.datasource.hikari.maximum-pool-size=4",
            "--logging.level.root=WARN",
            "--logging.level.org.flywaydb=ERROR");
    synchronized (this) {
      application = started;
    }
  }

  /** When this program was started, and its pid: no other has both. */
  private String stamp() {
    ProcessHandle program = ProcessHandle.current();
    Instant started = program.info().startInstant().orElse(Instant.EPOCH);
    return TIME.format(started.atZone(ZoneOffset.UTC))
        + "_"
        + program.pid()
        + (name.isEmpty() ? "" : "_" + name);
  }

  private void prepare(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("withoutWaysIn", new WithoutWeb());
    context.addBeanFactoryPostProcessor(new WithoutSchedule());
    if (context instanceof GenericApplicationContext beans) {
      beans.registerBean(
          UserAccounts.class, WithoutAccounts::new, accounts -> accounts.setPrimary(true));
    }
    if (!escalates) {
      context.getBeanFactory().registerSingleton("withoutLadder", new WithoutLadder());
    }
    context.getBeanFactory().registerSingleton("historyOfSteps", new HistoryOfSteps());
    AnnouncedEvents announced = new AnnouncedEvents();
    context.getBeanFactory().registerSingleton("announcedEvents", announced);
    context.getBeanFactory().registerSingleton("withoutMessages", new WithoutMessages(announced));
    CreatedTasks created = new CreatedTasks();
    context.getBeanFactory().registerSingleton("createdTasks", created);
    context.getBeanFactory().registerSingleton("createdTasksNoted", created.listener());
    context.getBeanFactory().registerSingleton("toldPeople", new NotifiedPeople());
    context.getBeanFactory().registerSingleton("toldMilestones", new ReachedMilestones());
    open(context.getEnvironment());
  }

  /** Puts the scratch database in the place of the one that the environment names. */
  private void open(ConfigurableEnvironment environment) {
    ScratchDatabase opened = database(environment);
    synchronized (this) {
      database = opened;
    }
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "backtest",
                Map.of(
                    "baton.db.url", opened.url(),
                    "baton.db.user", opened.user(),
                    "baton.db.password", opened.password(),
                    "baton.admin.password", "Nobody-5igns-in:" + UUID.randomUUID())));
  }

  private ScratchDatabase database(ConfigurableEnvironment environment) {
    if (server != null) {
      return server.another(stamp());
    }
    String url = environment.getProperty("baton.db.url");
    return StringUtils.hasText(url)
        ? ScratchDatabase.on(
            url,
            environment.getProperty("baton.db.user", ""),
            environment.getProperty("baton.db.password", ""),
            stamp())
        : ScratchDatabase.embedded();
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Whether the program is about to end; what works here should leave. */
  public boolean isEnding() {
    return ending;
  }

  /** What works here should leave. */
  public void endSoon() {
    ending = true;
  }

  @Override
  public void close() {
    left.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException alreadyEnding) {
      log.debug("The program ends as well");
    }
    remove();
  }

  private void end() {
    ending = true;
    try {
      if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("The replay does not end; its database is taken away");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    remove();
  }

  private void remove() {
    ConfigurableApplicationContext running;
    ScratchDatabase opened;
    synchronized (this) {
      running = application;
      opened = database;
    }
    try {
      if (running != null) {
        running.close();
      }
    } finally {
      if (opened != null) {
        opened.close();
      }
    }
  }
}
