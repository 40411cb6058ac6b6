package dev.baton.escalation.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Reads the newest deployed version of a decision table; what was made of it is kept. */
@Component
class DecisionTableCache {

  private final RepositoryService repository;
  private final Map<String, CachedTable<?>> cached = new ConcurrentHashMap<>();

  DecisionTableCache(RepositoryService repository) {
    this.repository = repository;
  }

  private record CachedTable<T>(String definition, T made) {}

  /**
   * What the function makes of the table, done once for each version.
   *
   * @throws IllegalStateException when no such table is deployed
   */
  @SuppressWarnings("unchecked") // one function for each key
  <T> T read(String key, Function<InputStream, T> making) {
    DecisionDefinition newest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .singleResult();
    if (newest == null) {
      throw new IllegalStateException("No decision table '" + key + "' is deployed.");
    }
    CachedTable<?> known = cached.get(key);
    if (known == null || !known.definition().equals(newest.getId())) {
      known = new CachedTable<>(newest.getId(), made(newest.getId(), making));
      cached.put(key, known);
    }
    return (T) known.made();
  }

  private <T> T made(String definition, Function<InputStream, T> making) {
    try (InputStream table = repository.getDecisionModel(definition)) {
      return making.apply(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
