package dev.baton.engine.job;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;

/**
 * The job executor of a node: one pool for deliveries, and this one for everything else. However
 * slow a mail server or a webhook is, it takes no thread from the clocks.
 */
class DeskJobExecutor extends PooledJobExecutor {

  private final PooledJobExecutor deliveries;
  private final LockedJobs held;

  DeskJobExecutor(JobPoolSettings settings, PooledJobExecutor deliveries, LockedJobs held) {
    super(settings, held);
    this.deliveries = deliveries;
    this.held = held;
  }

  /** Both. */
  List<PooledJobExecutor> pools() {
    return List.of(this, deliveries);
  }

  void deliveryWasAdded() {
    deliveries.jobWasAdded();
  }

  @Override
  public void start() {
    super.start();
    deliveries.start();
  }

  @Override
  public synchronized void shutdown() {
    Thread other = new Thread(deliveries::shutdown, "deliveries-stop");
    other.start();
    super.shutdown();
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    held.stop();
  }

  @Override
  public synchronized void registerProcessEngine(ProcessEngineImpl engine) {
    deliveries.registerProcessEngine(engine);
    super.registerProcessEngine(engine);
  }

  @Override
  public synchronized void unregisterProcessEngine(ProcessEngineImpl engine) {
    super.unregisterProcessEngine(engine);
    deliveries.unregisterProcessEngine(engine);
  }
}
