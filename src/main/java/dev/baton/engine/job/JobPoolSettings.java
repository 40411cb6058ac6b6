package dev.baton.engine.job;

import java.time.Duration;
import java.util.List;

/**
 * A pool of threads for jobs.
 *
 * @param name of its threads
 * @param ranges the priorities that it takes, the most urgent first
 * @param queue how many batches wait for a thread
 * @param grace how long running jobs may go on when the node stops, before they are interrupted
 */
record JobPoolSettings(
    String name,
    List<PriorityRange> ranges,
    int coreThreads,
    int mostThreads,
    int queue,
    Duration grace) {}
