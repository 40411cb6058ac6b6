package dev.baton.major.process;

import dev.baton.major.Cluster;
import dev.baton.major.Clusters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays the facts of a cluster before the decision. */
@Component
class LookAtCluster implements JavaDelegate {

  private final Clusters clusters;

  LookAtCluster(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Cluster cluster = clusters.of(Input.cluster(execution));
    Input.pass(execution, MajorVariables.IS_KNOWN, cluster.isKnown());
    Input.pass(execution, MajorVariables.CLUSTER_SIZE, cluster.size());
    Input.pass(execution, MajorVariables.HIGHEST_PRIORITY, cluster.highestPriority());
    execution.setVariable(MajorVariables.TIER, cluster.tier().name());
  }
}
