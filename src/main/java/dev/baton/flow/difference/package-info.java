/**
 * What differs between two sets of flows, tables and forms, as data that pages and reports put into
 * words. Begin with {@link dev.baton.flow.difference.ReleaseDifferences}.
 */
package dev.baton.flow.difference;
