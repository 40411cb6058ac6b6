package dev.baton.staff;

/**
 * Something that must be there before the desk opens. It is done at every start, in {@code @Order},
 * by one node at a time, and must do nothing the second time.
 */
public interface DeskPreparation {

  void prepare();
}
