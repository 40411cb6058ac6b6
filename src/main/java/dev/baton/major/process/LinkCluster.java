package dev.baton.major.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.major.ClusterDetection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Links the cluster to the major incident that runs for it. */
@Component
@FormerBeanName("joinMajor")
class LinkCluster implements JavaDelegate {

  private final ClusterDetection clusters;

  LinkCluster(ClusterDetection clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clusters.join(MajorFormInput.cluster(execution));
  }
}
