/**
 * The board in Cockpit: how the desk stands, and what is stuck and why. Begin with {@link Board}.
 */
package dev.baton.desk.web.board;
