package dev.baton.major.process;

import dev.baton.major.ClusterDetection;
import dev.baton.major.ClusterKey;
import dev.baton.major.IncidentCluster;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the check for clusters. */
@Configuration(proxyBeanMethods = false)
class ClusterCheckDelegates {

  /** Finds clusters of open incidents for the steps that judge them. */
  @Bean
  JavaDelegate findClusters(ClusterDetection clusters) {
    return execution -> {
      int minutes = MajorFormInput.setting(execution, "windowMinutes");
      List<String> found = clusters.find(minutes).stream().map(ClusterKey::text).toList();
      MajorFormInput.pass(execution, MajorVariables.CLUSTERS, found);
    };
  }

  /** Gives the decision the facts of a cluster. */
  @Bean({"describeCluster", "lookAtCluster"})
  JavaDelegate describeCluster(ClusterDetection clusters) {
    return execution -> {
      IncidentCluster cluster = clusters.of(MajorFormInput.cluster(execution));
      MajorFormInput.pass(execution, MajorVariables.IS_KNOWN, cluster.isKnown());
      MajorFormInput.pass(execution, MajorVariables.CLUSTER_SIZE, cluster.size());
      MajorFormInput.pass(execution, MajorVariables.HIGHEST_PRIORITY, cluster.highestPriority());
      execution.setVariable(MajorVariables.TIER, cluster.tier().name());
    };
  }

  /** Links the cluster to the major incident that it belongs to. */
  @Bean({"linkCluster", "joinMajor"})
  JavaDelegate linkCluster(ClusterDetection clusters) {
    return execution -> clusters.join(MajorFormInput.cluster(execution));
  }

  /** Declares the cluster a major incident. */
  @Bean
  JavaDelegate declareCluster(ClusterDetection clusters) {
    return execution -> clusters.declare(MajorFormInput.cluster(execution));
  }
}
