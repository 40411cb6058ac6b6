/** What Tasklist's list shows beyond the engine's tasks. Begin with {@link CardController}. */
package dev.baton.desk.web.tasklist;
