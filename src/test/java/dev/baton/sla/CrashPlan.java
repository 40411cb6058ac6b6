package dev.baton.sla;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What happens in a {@link CrashDrill}, and when, from the first report on.
 *
 * @param incidents each has a clock with three milestones: at half the target, past the target, and
 *     half a target later
 * @param over how long it takes until all are reported
 * @param target of each clock
 * @param kills how many times one of the two nodes is killed, and started again at once
 * @param killedFor until when nodes are killed
 * @param crashAt when the database crashes
 * @param outage how long it is gone
 * @param lockTime for how long a killed node holds its jobs
 * @param seed of the moments and of who is killed
 */
public record CrashPlan(
    int incidents,
    Duration over,
    Duration target,
    int kills,
    Duration killedFor,
    Duration crashAt,
    Duration outage,
    Duration lockTime,
    long seed) {

  /** A node that is killed, 0 or 1, and when. */
  public record Kill(int node, Duration at) {}

  List<Kill> moments() {
    Random random = new Random(seed);
    return Stream.generate(
            () ->
                new Kill(
                    random.nextInt(2), Duration.ofMillis(random.nextLong(killedFor.toMillis()))))
        .limit(kills)
        .sorted(Comparator.comparing(Kill::at))
        .toList();
  }

  String targetWords() {
    return target.toSeconds() / 60.0 + " minutes";
  }

  String halfTargetWords() {
    return target.toSeconds() / 120.0 + " minutes";
  }
}
