package dev.baton.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.schema.MigratedSchema;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextCustomizer;

class TestDatabaseTest {

  @Test
  void each_application_has_a_schema_of_its_own_until_it_closes() throws SQLException {
    GenericApplicationContext one = applicationFor(WithoutJobs.class);
    GenericApplicationContext other = applicationFor(WithoutJobs.class);
    assertThat(url(one)).isNotEqualTo(url(other));
    String url = url(one);
    connect(url);

    one.close();

    assertThatThrownBy(() -> connect(url)).hasMessageContaining("Unknown database");
    connect(url(other));
    other.close();
  }

  @Test
  void tests_with_equal_settings_share_an_application() {
    assertThat(customizerFor(WithoutJobs.class))
        .isEqualTo(customizerFor(AlsoWithoutJobs.class))
        .isNotEqualTo(customizerFor(WithJobs.class));
  }

  @Test
  void a_schema_for_a_desk_is_what_the_migrations_make() {
    TestDatabase.Schema migrated = TestDatabase.freshSchema();
    MigratedSchema.buildIn(migrated);
    TestDatabase.Schema copied = TestDatabase.deskSchema();

    assertThat(madeOf(copied)).hasSizeGreaterThan(130).isEqualTo(madeOf(migrated));

    migrated.drop();
    copied.drop();
  }

  private static List<String> madeOf(TestDatabase.Schema schema) {
    return SchemaTemplate.of(schema).statements().stream()
        .map(sql -> sql.replace("`" + schema.name() + "`", "the schema"))
        .toList();
  }

  @BatonTest
  private static final class WithoutJobs {}

  @BatonTest
  private static final class AlsoWithoutJobs {}

  @BatonTest(jobExecutor = true)
  private static final class WithJobs {}

  private static GenericApplicationContext applicationFor(Class<?> test) {
    GenericApplicationContext application = new GenericApplicationContext();
    customizerFor(test).customizeContext(application, null);
    application.refresh();
    return application;
  }

  private static ContextCustomizer customizerFor(Class<?> test) {
    return new TestDatabaseCustomizerFactory().createContextCustomizer(test, List.of());
  }

  private static String url(GenericApplicationContext application) {
    return application.getEnvironment().getRequiredProperty("baton.db.url");
  }

  private static void connect(String url) throws SQLException {
    DriverManager.getConnection(url, TestDatabase.server().user(), TestDatabase.server().password())
        .close();
  }
}
