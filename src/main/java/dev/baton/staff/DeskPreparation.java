package dev.baton.staff;

/**
 * A task to complete before the desk opens. It runs at every start, in {@code @Order}, on one node
 * at a time, and must have no effect the second time.
 */
public interface DeskPreparation {

  void prepare();
}
