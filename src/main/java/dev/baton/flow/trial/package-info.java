/**
 * The trial: what a changed release would have done with recorded incidents, compared incident by
 * incident with what the live one does. Begin with {@link dev.baton.flow.trial.Trial}.
 */
package dev.baton.flow.trial;
