/**
 * Draws a flow as SVG from the places that its model gives to steps, events and lines. Begin with
 * {@link dev.baton.flow.diagram.FlowDiagram}. The classes of the drawing are styled in {@code
 * static/desk/flow-diagram.css}.
 */
package dev.baton.flow.diagram;
