// Small things about Tasklist's own page: German names of lists, no dates to edit, and
// nothing left of a task that is done.

import card from './card.js';
import {closeRemoved} from './outcome.js';
import {translateFormWords} from './form-words.js';
import {GERMAN} from './german.js';

/**
 * Of the lists that the desk begins with, what they are for, and what their cards show. A list that
 * somebody renamed keeps its name.
 */
const NAMES = {
  'My work': 'Meine Arbeit',
  "My team's queue": 'Warteschlange meines Teams',
  'Breaching within the hour': 'Frist läuft in einer Stunde ab',
  'Answered by the client': 'Kunde hat geantwortet',
  'My escalations': 'Meine Eskalationen',
  'Due soon': 'Bald fällig',
  'On hold': 'In Wartestellung',
  'I take part': 'Ich bin beteiligt',
  Unassigned: 'Nicht zugewiesen',
  'All open': 'Alle offenen',
  'Tasks assigned to you': 'Aufgaben, die Ihnen zugewiesen sind',
  'Unassigned work of your teams': 'Nicht zugewiesene Arbeit Ihrer Teams',
  'Obligations that will be breached within an hour':
    'Zusagen, die in weniger als einer Stunde verletzt werden',
  'The client has written, and no one has answered yet':
    'Der Kunde hat geschrieben, und noch niemand hat geantwortet',
  'Escalations that are waiting for your answer or decision':
    'Eskalationen, die auf Ihre Antwort oder Entscheidung warten',
  'Tasks that are past due, or will be within four hours':
    'Aufgaben, die überfällig sind oder es in vier Stunden sein werden',
  'Incidents that are on hold': 'Störungen in Wartestellung',
  'Assigned to you, or you were asked to help':
    'Ihnen zugewiesen, oder Sie wurden um Hilfe gebeten',
  'Tasks assigned to nobody, in any team': 'Aufgaben aller Teams, die niemandem zugewiesen sind',
  'All tasks of the desk': 'Alle Aufgaben des Service Desks',
  Incident: 'Störung',
  Priority: 'Priorität',
  Client: 'Kunde',
  Subject: 'Betreff',
  "Client's reply": 'Antwort des Kunden'
};

/** Where these names stand on the page. */
const NAMED = '.task-filter h4 a, .tooltip-inner, .variable-label';

/** What the card of an incident says itself. */
const ON_CARD = new Set(
  ['Incident', 'Priority', 'Client', 'Subject'].flatMap(name => [name, NAMES[name]])
);

/** Replaces the words of a node and nothing else in it. */
function translate(selector) {
  document.querySelectorAll(selector).forEach(({childNodes}) =>
    childNodes.forEach(node => {
      if (node.nodeType !== Node.TEXT_NODE) return;
      const [, before, words, colon, after] = /^(\s*)(.*?)(:?)(\s*)$/s.exec(node.data);
      if (NAMES[words]) node.data = before + NAMES[words] + colon + after;
    })
  );
}

function hideWhatTheCardSays() {
  document.querySelectorAll('.task-card-details').forEach(card => {
    if (!card.querySelector('.baton-card')) return;
    card.querySelectorAll('.variable-item:not([data-baton-seen])').forEach(item => {
      item.dataset.batonSeen = 'yes';
      const label = item.querySelector('.variable-label')?.textContent.trim().replace(/:$/, '');
      if (ON_CARD.has(label)) item.parentElement.hidden = true;
    });
  });
}

function tidy() {
  hideWhatTheCardSays();
  if (GERMAN) {
    translate(NAMED);
    translateFormWords();
  }
  closeRemoved();
}

let waits = false;
new MutationObserver(() => {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    tidy();
  });
}).observe(document.body, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class']
});

/** The dates follow from the agreement; the engine refuses to change them. */
const DATES = '[cam-tasklist-task-meta] .due-date, [cam-tasklist-task-meta] .followup-date';
['click', 'keydown'].forEach(kind =>
  addEventListener(
    kind,
    event => {
      if (event.key === 'Tab' || !event.target.closest?.(DATES)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true
  )
);

export default [card];
