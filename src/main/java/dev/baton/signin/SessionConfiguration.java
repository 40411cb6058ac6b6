package dev.baton.signin;

import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps sessions in the database by Spring Session, so that any node can answer any request of a
 * session: src/docs/adr/0020.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

  /** Requests of one session that set the same attribute at once must not fail. */
  private static final String ADD_ATTRIBUTE =
      "insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)"
          + " values (?, ?, ?) on duplicate key update ATTRIBUTE_BYTES = values(ATTRIBUTE_BYTES)";

  @Bean
  StoredSessions sessionRepository(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      @Value("${server.servlet.session.timeout}") Duration idle) {
    JdbcIndexedSessionRepository kept =
        new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
    kept.setCreateSessionAttributeQuery(ADD_ATTRIBUTE);
    kept.setDefaultMaxInactiveInterval(idle);
    kept.setConversionService(bytes());
    kept.setIndexResolver(
        session ->
            session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark
                ? Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, mark.login())
                : Map.of());
    return new StoredSessions(kept, jdbc, transactions);
  }

  private static GenericConversionService bytes() {
    GenericConversionService bytes = new GenericConversionService();
    bytes.addConverter(Object.class, byte[].class, new SerializingConverter());
    bytes.addConverter(byte[].class, Object.class, new ReadAttribute());
    return bytes;
  }
}
