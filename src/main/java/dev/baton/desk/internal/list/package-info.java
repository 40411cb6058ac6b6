/** The list of incidents, to search, to filter, to print and to take away. */
package dev.baton.desk.internal.list;
