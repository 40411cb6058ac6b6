package dev.baton.engine.release;

import java.util.Set;

/**
 * What a module relies on in a flow that process owners may redesign. Modules offer it as beans.
 *
 * @param process id of the process
 * @param startMessages the messages that start it
 * @param messages the messages that it receives while it runs
 * @param offers what its user tasks offer altogether, such as {@code resolve}
 */
public record FlowContract(
    String process, Set<String> startMessages, Set<String> messages, Set<String> offers) {}
