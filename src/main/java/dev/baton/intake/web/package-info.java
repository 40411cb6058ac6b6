/** Where monitoring sends its alerts, and where its sources and silences are kept. */
package dev.baton.intake.web;
