/** Who is signed in, for the engine's own web applications and its REST API. */
package dev.baton.engine.web;
