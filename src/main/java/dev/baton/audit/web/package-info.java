/** The audit trail at the API, as pages and as CSV. */
package dev.baton.audit.web;
