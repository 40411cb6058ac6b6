/** The audit trail as a page. */
package dev.baton.admin.web.audit;
