package dev.baton.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.baton.database.DatabaseConfiguration.ConnectionDetails;
import dev.baton.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ServerCheckTest {

  @Test
  void a_schema_in_utf8mb4_is_taken() {
    TestDatabase.Schema schema = TestDatabase.freshSchema();

    assertThatCode(() -> ServerCheck.check(details(schema))).doesNotThrowAnyException();
  }

  @Test
  void a_schema_in_latin1_is_refused_with_the_command_that_mends_it() throws SQLException {
    TestDatabase.Schema schema = TestDatabase.freshSchema();
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + schema.name() + " character set latin1");
    }

    assertThatThrownBy(() -> ServerCheck.check(details(schema)))
        .hasMessageContaining(schema.name())
        .hasMessageContaining("latin1")
        .asInstanceOf(type(UnusableDatabase.class))
        .extracting(UnusableDatabase::remedy)
        .asString()
        .contains("ALTER DATABASE `" + schema.name() + "` CHARACTER SET utf8mb4");
  }

  @Test
  void an_address_without_a_schema_is_refused() {
    TestDatabase.Schema schema = TestDatabase.freshSchema();
    String url = TestDatabase.server().jdbcUrl("");

    assertThatThrownBy(
            () -> ServerCheck.check(new ConnectionDetails(url, schema.user(), schema.password())))
        .hasMessageContaining("does not name a schema");
  }

  @Test
  void a_server_that_does_not_answer_is_named_without_the_password() {
    assertThatThrownBy(
            () ->
                ServerCheck.check(
                    new ConnectionDetails(
                        "jdbc:mariadb://127.0.0.1:1/desk?password=secret", "baton", "secret")))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("127.0.0.1:1/desk")
        .hasMessageNotContaining("secret");
  }

  @Test
  void another_product_is_refused() {
    assertThatThrownBy(() -> ServerCheck.check(new ConnectionDetails("jdbc:h2:mem:desk", "sa", "")))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("does not name a MariaDB server");
  }

  private static ConnectionDetails details(TestDatabase.Schema schema) {
    return new ConnectionDetails(schema.url(), schema.user(), schema.password());
  }
}
