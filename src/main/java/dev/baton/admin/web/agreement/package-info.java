/**
 * Calendars and agreements on pages: looked at, compared, tried and published. What is published,
 * and what is refused, is decided in {@code sla.agreement}.
 */
package dev.baton.admin.web.agreement;
