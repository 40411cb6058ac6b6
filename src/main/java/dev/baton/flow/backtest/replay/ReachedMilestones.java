package dev.baton.flow.backtest.replay;

import dev.baton.sla.MilestoneReached;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Counts the milestones that the clocks announced. */
public final class ReachedMilestones
    implements ApplicationListener<PayloadApplicationEvent<MilestoneReached>> {

  private final Map<String, Integer> counts = new TreeMap<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<MilestoneReached> told) {
    counts.merge(told.getPayload().milestone(), 1, Integer::sum);
  }

  public Map<String, Integer> counts() {
    return counts;
  }
}
