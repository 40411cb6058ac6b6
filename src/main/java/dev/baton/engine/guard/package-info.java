/**
 * What people and models may do to the engine: every service it offers, checked; and safe
 * expressions. Begin with {@link GuardedTaskService} and {@link ModelCheck}.
 */
package dev.baton.engine.guard;
