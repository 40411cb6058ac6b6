/** Settings of teams and agents. */
package dev.baton.admin.web.staff;
