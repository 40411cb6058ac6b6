package dev.baton.engine.migration;

/** Has what a module keeps beside a flow follow it to another version. */
public interface FlowMigrationListener {

  /**
   * In the transaction of the move, which may be undone. Nobody is to be told.
   *
   * @param instance as it was before
   * @param to the version that it is on now
   */
  void moved(FlowInstance instance, FlowDefinition to);
}
