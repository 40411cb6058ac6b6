/** The demonstration desk that comes with the embedded database. */
package dev.baton.demo;
