package dev.baton.major.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.major.ClusterDetection;
import dev.baton.major.IncidentCluster;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays the facts of a cluster before the decision. */
@Component
@FormerBeanName("lookAtCluster")
class DescribeCluster implements JavaDelegate {

  private final ClusterDetection clusters;

  DescribeCluster(ClusterDetection clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    IncidentCluster cluster = clusters.of(MajorFormInput.cluster(execution));
    MajorFormInput.pass(execution, MajorVariables.IS_KNOWN, cluster.isKnown());
    MajorFormInput.pass(execution, MajorVariables.CLUSTER_SIZE, cluster.size());
    MajorFormInput.pass(execution, MajorVariables.HIGHEST_PRIORITY, cluster.highestPriority());
    execution.setVariable(MajorVariables.TIER, cluster.tier().name());
  }
}
