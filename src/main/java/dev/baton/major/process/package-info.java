/** The delegates and listeners of major incidents and of the check for clusters. */
package dev.baton.major.process;
