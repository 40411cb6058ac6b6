/** How long records are kept. Begin with {@link dev.baton.admin.retention.Retention}. */
package dev.baton.admin.retention;
