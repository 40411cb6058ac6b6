/** The engine's tables, created by Baton's migrations instead of by the engine. */
package dev.baton.engine.schema;
