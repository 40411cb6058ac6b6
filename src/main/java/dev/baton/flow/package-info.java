/** The process owner's tools: back-test and checks of the models. */
package dev.baton.flow;
