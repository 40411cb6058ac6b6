/**
 * What would come out differently with a changed release, from what happened lately. Begin with
 * {@link dev.baton.flow.forecast.DecisionForecast}.
 */
package dev.baton.flow.forecast;
