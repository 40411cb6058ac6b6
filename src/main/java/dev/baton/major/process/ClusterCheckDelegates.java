package dev.baton.major.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.major.ClusterDetection;
import dev.baton.major.ClusterKey;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the check for clusters. */
@Configuration(proxyBeanMethods = false)
class ClusterCheckDelegates {

  /** Finds clusters of open incidents for the steps that judge them. */
  @BuildingBlock(
      name = "Find clusters",
      description = "Finds open incidents that look like one disruption.",
      version = 2,
      inputs = {
        @BlockInput(
            name = "windowMinutes",
            label = "Reported within minutes",
            value = "60",
            choices = BlockChoices.NUMBER),
        @BlockInput(
            name = "smallestCluster",
            label = "At least so many incidents",
            value = "2",
            choices = BlockChoices.NUMBER)
      },
      sets = {"clusters"})
  @Bean
  JavaDelegate findClusters(ClusterDetection clusters) {
    return execution -> {
      int minutes = MajorFormInput.setting(execution, "windowMinutes");
      int smallest = MajorFormInput.setting(execution, "smallestCluster", 2);
      List<String> found = clusters.find(minutes, smallest).stream().map(ClusterKey::text).toList();
      MajorFormInput.pass(execution, MajorVariables.CLUSTERS, found);
    };
  }

  /** Gives the decision the facts of a cluster. */
  @InternalStep("It needs a cluster that cluster-check found.")
  @Bean({"describeCluster", "lookAtCluster"})
  JavaDelegate describeCluster(ClusterDetection clusters) {
    return new DescribeCluster(clusters);
  }

  /** Links the cluster to the major incident that it belongs to. */
  @InternalStep("It needs a cluster that cluster-check found.")
  @Bean({"linkCluster", "joinMajor"})
  JavaDelegate linkCluster(ClusterDetection clusters) {
    return execution -> clusters.join(MajorFormInput.cluster(execution));
  }

  /** Declares the cluster a major incident. */
  @InternalStep("It needs a cluster that cluster-check found.")
  @Bean
  JavaDelegate declareCluster(ClusterDetection clusters) {
    return execution -> clusters.declare(MajorFormInput.cluster(execution));
  }
}
