package dev.baton.flow.diagram;

/**
 * A radio button that lies over an element: a click on the box chooses it, in any form around the
 * diagram, and without a script.
 *
 * @param field the name of its group
 * @param words what choosing it means, for screen readers and as a tooltip
 * @param isLesser whether it is shown as another kind of choice than the others
 */
public record DiagramChoice(
    String field,
    String value,
    String words,
    boolean isChosen,
    boolean isRequired,
    boolean isLesser) {}
