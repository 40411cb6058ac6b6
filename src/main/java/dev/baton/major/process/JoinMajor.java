package dev.baton.major.process;

import dev.baton.major.Clusters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Links the cluster to the major incident that runs for it. */
@Component
class JoinMajor implements JavaDelegate {

  private final Clusters clusters;

  JoinMajor(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clusters.join(Input.cluster(execution));
  }
}
