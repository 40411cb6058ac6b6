package dev.baton.engine.release;

import dev.baton.engine.TrustedEngineAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Reads the newest version of each flow and table that is deployed; forms are left out. */
@Component
public class DeployedRelease {

  private final RepositoryService repository;
  private final TrustedEngineAccess trust;

  DeployedRelease(RepositoryService repository, TrustedEngineAccess trust) {
    this.repository = repository;
    this.trust = trust;
  }

  /** What is live now. */
  public Release read() {
    Map<String, byte[]> files = new HashMap<>();
    trust.trusted(
        () -> {
          Stream.concat(
                  repository.createProcessDefinitionQuery().latestVersion().list().stream(),
                  repository.createDecisionDefinitionQuery().latestVersion().list().stream())
              .forEach(definition -> add(definition, files));
          return null;
        });
    return new Release(files, Set.of());
  }

  /** Two files of one name may be live, since they were sent one by one. */
  private void add(ResourceDefinition definition, Map<String, byte[]> files) {
    String name = definition.getResourceName();
    String file = name.substring(name.lastIndexOf('/') + 1);
    byte[] content = content(definition);
    while (files.containsKey(file) && !Arrays.equals(files.get(file), content)) {
      file = "other/" + file;
    }
    files.put(file, content);
  }

  private byte[] content(ResourceDefinition definition) {
    try (InputStream content =
        repository.getResourceAsStream(
            definition.getDeploymentId(), definition.getResourceName())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
