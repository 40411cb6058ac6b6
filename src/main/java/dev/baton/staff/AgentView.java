package dev.baton.staff;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** A person who works at the desk; the login is the engine's user id, teams are team codes. */
public record AgentView(
    String login,
    String name,
    String email,
    ZoneId zone,
    Locale language,
    Set<Role> roles,
    Set<String> teams,
    boolean active) {}
