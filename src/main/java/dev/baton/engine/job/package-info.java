/**
 * The job executor: timers at the very instant, priorities with threads of their own. Begin with
 * {@link PooledJobExecutor}.
 */
@NamedInterface("job")
package dev.baton.engine.job;

import org.springframework.modulith.NamedInterface;
