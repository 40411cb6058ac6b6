/**
 * The incident as the API shows it, with its obligations; what can be done with it; major
 * incidents. Begin with {@link IncidentController}.
 */
package dev.baton.desk.web.api;
