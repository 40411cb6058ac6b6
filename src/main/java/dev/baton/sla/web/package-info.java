/** Agreements, calendars and clocks at the API, and the page that explains a clock. */
package dev.baton.sla.web;
