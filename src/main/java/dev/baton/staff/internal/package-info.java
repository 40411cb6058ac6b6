/** What the staff module offers to its own rooms alone. */
package dev.baton.staff.internal;
