/** The contact log, triage and quarantine as pages. Begin with {@link ContactListController}. */
package dev.baton.desk.web.contact;
