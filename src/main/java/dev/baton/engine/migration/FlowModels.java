package dev.baton.engine.migration;

import dev.baton.engine.TrustedEngineAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The files of deployed versions of flows. */
@Component
public class FlowModels {

  private final RepositoryService repository;
  private final TrustedEngineAccess trust;

  FlowModels(RepositoryService repository, TrustedEngineAccess trust) {
    this.repository = repository;
    this.trust = trust;
  }

  /** The BPMN file of this version, as it was deployed. */
  public byte[] of(String definitionId) {
    try (InputStream model = trust.trusted(() -> repository.getProcessModel(definitionId))) {
      return model.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
