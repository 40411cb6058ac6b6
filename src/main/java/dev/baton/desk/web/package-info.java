/** What the desk's pages share: who may see them, their layout and their errors. */
package dev.baton.desk.web;
