/** Settings of clients, their services and their people. */
package dev.baton.admin.web.client;
