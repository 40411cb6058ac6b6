package dev.baton.major.process;

import dev.baton.major.ClusterDetection;
import dev.baton.major.ClusterKey;
import dev.baton.major.IncidentCluster;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gives the decision the facts of a cluster; those of a single incident are empty. */
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
    ClusterKey key = cluster.key();
    MajorFormInput.pass(execution, "service", key.isService() ? key.name() : null);
    MajorFormInput.pass(execution, "category", key.isService() ? null : key.name());
    MajorFormInput.pass(execution, "vip", clusters.hasVip(cluster));
    MajorFormInput.pass(execution, "impact", null);
    MajorFormInput.pass(execution, "urgency", null);
  }
}
