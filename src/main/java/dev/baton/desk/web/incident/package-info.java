/** The page of an incident. Begin with {@link IncidentPageController}. */
package dev.baton.desk.web.incident;
