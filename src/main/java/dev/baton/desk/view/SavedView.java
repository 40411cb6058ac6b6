package dev.baton.desk.view;

/**
 * A filter of the list of incidents under a name.
 *
 * @param owner the sign-in name of who saved it
 * @param team code of the team whose members see it as well; null for the owner alone
 * @param query the part of the list's URL behind the question mark
 */
public record SavedView(long id, String owner, String team, String name, String query) {}
