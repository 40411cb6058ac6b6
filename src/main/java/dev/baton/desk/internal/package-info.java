/** The pages' common ground: who looks, in which language, and how a template becomes a page. */
package dev.baton.desk.internal;
