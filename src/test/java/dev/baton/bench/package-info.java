/**
 * Measures what has a budget, as ratios in one run on one machine. Run by {@code mvn -Pbench
 * verify}, never with the tests.
 */
package dev.baton.bench;
