/** The list of major incidents. Begin with {@link MajorListController}. */
package dev.baton.desk.web.major;
