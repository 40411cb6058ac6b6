/** Shifts, absences, deputies and who is on duty, at the API. */
@NamedInterface("web")
package dev.baton.staff.web;

import org.springframework.modulith.NamedInterface;
