package dev.baton.incident.reply;

import dev.baton.incident.UnansweredReply;

/**
 * The client wrote, or what they wrote was read or answered. Published within the transaction that
 * wrote it.
 *
 * @param flowInstance id of the instance of the incident's flow; null before it has started
 * @param reply null once it is answered
 */
public record ClientReplyChanged(String flowInstance, UnansweredReply reply) {}
