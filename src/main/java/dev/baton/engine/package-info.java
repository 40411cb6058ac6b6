/**
 * The Camunda configuration, the few engine internals, and the small interfaces by which the rest
 * of Baton reaches a flow.
 */
package dev.baton.engine;
