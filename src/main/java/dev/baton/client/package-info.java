/**
 * Clients, their services and requesters: who is served, in which zone and language, at which tier.
 */
package dev.baton.client;
