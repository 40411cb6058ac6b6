package dev.baton.major.process;

import dev.baton.major.ClusterDetection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Declares the cluster a major incident. */
@Component
class DeclareCluster implements JavaDelegate {

  private final ClusterDetection clusters;

  DeclareCluster(ClusterDetection clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clusters.declare(MajorFormInput.cluster(execution));
  }
}
