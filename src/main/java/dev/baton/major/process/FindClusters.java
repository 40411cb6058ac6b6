package dev.baton.major.process;

import dev.baton.major.ClusterDetection;
import dev.baton.major.ClusterKey;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds clusters of open incidents, and lays them before the steps that judge them. */
@Component
class FindClusters implements JavaDelegate {

  private final ClusterDetection clusters;

  FindClusters(ClusterDetection clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<String> found =
        clusters.find(MajorFormInput.setting(execution, "windowMinutes")).stream()
            .map(ClusterKey::text)
            .toList();
    MajorFormInput.pass(execution, MajorVariables.CLUSTERS, found);
  }
}
