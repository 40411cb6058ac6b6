/**
 * How long records are kept that nobody needs for good. Begin with {@link RetentionPeriods}; what
 * can be removed is contributed as {@link RetainedRecords}.
 */
@ApplicationModule(allowedDependencies = {"web", "web :: *", "access", "audit"})
package dev.baton.retention;

import org.springframework.modulith.ApplicationModule;
