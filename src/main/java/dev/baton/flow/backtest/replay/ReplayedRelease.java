package dev.baton.flow.backtest.replay;

import dev.baton.flow.check.command.FlowFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The files that incidents are replayed through instead of those that come with Baton.
 *
 * @param files content by name; a whole release
 */
public record ReplayedRelease(Map<String, byte[]> files) {

  private static final String NAME = "Replayed release";

  /**
   * @throws InvalidUsage when there are none
   */
  public static ReplayedRelease in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidUsage("%s is not a folder.".formatted(folder));
    }
    Map<String, byte[]> files = FlowFolder.read(folder);
    if (files.isEmpty()) {
      throw new InvalidUsage(
          "There is no .bpmn, .dmn or .form file in %s or its sub-folders.".formatted(folder));
    }
    return new ReplayedRelease(files);
  }

  /** As one deployment, before anything is reported. */
  public void deploy(ScratchDesk desk) {
    RepositoryService engine = desk.bean(RepositoryService.class);
    DeploymentBuilder deployment = engine.createDeployment().name(NAME);
    files.forEach(
        (name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    deployment.deploy();
  }
}
