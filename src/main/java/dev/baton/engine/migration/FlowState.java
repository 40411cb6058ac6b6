package dev.baton.engine.migration;

import java.util.List;

/** The running instances of one business key, called ones included, and what is open in them. */
public record FlowState(List<FlowInstance> instances, List<FlowItem> items) {}
