/** Puts the engine together. Begin with {@link EngineConfiguration}. */
package dev.baton.engine.configuration;
