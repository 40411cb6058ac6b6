package dev.baton.sla;

import dev.baton.support.NodeProcess;
import dev.baton.support.SchemaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two nodes as processes of their own, with {@link HeardMilestones}. One that is killed, or that
 * gave up because it found no database at its start, is started again, as a platform for containers
 * would.
 */
final class SupervisedNodes implements AutoCloseable {

  private final SchemaAccess schema;
  private final Duration lockTime;
  private final NodeProcess[] nodes = new NodeProcess[2];
  private final int[] starts = new int[2];

  SupervisedNodes(SchemaAccess schema, Duration lockTime) {
    this.schema = schema;
    this.lockTime = lockTime;
  }

  void start() {
    start(0);
    start(1);
  }

  private void start(int node) {
    starts[node]++;
    nodes[node] =
        NodeProcess.start(
            schema,
            "node-%d-start-%d".formatted(node, starts[node]),
            "--spring.main.sources=" + HeardMilestones.class.getName(),
            "--camunda.bpm.job-execution.lock-time-in-millis=" + lockTime.toMillis());
  }

  boolean areReady() {
    return Arrays.stream(nodes).allMatch(NodeProcess::isReady);
  }

  /** Kills it and starts it again; returns this in words. */
  synchronized String kill(int node) {
    String state = nodes[node].isReady() ? "at work" : "still starting";
    nodes[node].kill();
    start(node);
    return "node %d killed, %s".formatted(node, state);
  }

  /** Returns in words which these were. */
  synchronized List<String> startThoseThatGaveUp() {
    List<String> gaveUp = new ArrayList<>();
    for (int node = 0; node < nodes.length; node++) {
      if (!nodes[node].isAlive()) {
        start(node);
        gaveUp.add("node %d had given up, and is started again".formatted(node));
      }
    }
    return gaveUp;
  }

  @Override
  public synchronized void close() {
    Arrays.stream(nodes).filter(node -> node != null).forEach(NodeProcess::close);
  }
}
