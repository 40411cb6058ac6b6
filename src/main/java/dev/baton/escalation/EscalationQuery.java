package dev.baton.escalation;

/**
 * Which escalations to find.
 *
 * @param state null for any but those for which the ladder had no rung
 * @param responder sign-in name of who was told last or decides; null for anybody
 */
public record EscalationQuery(boolean onlyOpen, EscalationState state, String responder) {}
