/**
 * Explains a clock in words: every minute, every milestone, and why it is due when it is. Begin
 * with {@link ClockExplainer}; its result is a {@link ClockExplanation}.
 */
@NamedInterface("explanation")
package dev.baton.sla.explanation;

import org.springframework.modulith.NamedInterface;
