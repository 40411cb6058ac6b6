package dev.baton.major.process;

import dev.baton.major.Clusters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Declares the cluster a major incident. */
@Component
class DeclareCluster implements JavaDelegate {

  private final Clusters clusters;

  DeclareCluster(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clusters.declare(Input.cluster(execution));
  }
}
