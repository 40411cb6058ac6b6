/** Asks for the permission of an operation before its body is read. */
package dev.baton.access.web;
