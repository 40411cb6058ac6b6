/**
 * Who is on duty, a team's week, and the forms for shifts, absences and deputies. Begin with {@link
 * PeopleController} and {@link RotaFormController}.
 */
package dev.baton.desk.web.people;
