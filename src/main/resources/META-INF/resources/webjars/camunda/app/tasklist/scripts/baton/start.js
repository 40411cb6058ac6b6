// Runs before Tasklist does: its words are there from the first moment.

import {GERMAN} from './german.js';

const LANGUAGE = GERMAN ? 'de' : 'en';
const LOCALES = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;

/** What Tasklist calls by a word that is not the desk's. */
const OWN = GERMAN
  ? {
      COMMENT_CREATE: 'Interne Notiz',
      COMMENT: 'Notiz',
      COMMENT_MESSAGE_PLACEHOLDER: 'Nur für den Service Desk sichtbar',
      COMMENT_SAVE_ERROR: 'Die Notiz wurde nicht gespeichert',
      PROCESS_START_ERROR: 'Der Kontakt konnte nicht erfasst werden.'
    }
  : {
      COMMENT_CREATE: 'Internal note',
      COMMENT: 'Note',
      COMMENT_MESSAGE_PLACEHOLDER: 'Only the desk sees this',
      COMMENT_SAVE_ERROR: 'The note was not saved',
      PROCESS_START_ERROR: 'The contact could not be logged.'
    };

/**
 * Some labels of Tasklist are looked up once, before its words have arrived, and then show their
 * keys. It remembers the words of the last visit in the browser: here they are put there first.
 */
async function rememberWords() {
  const answer = await fetch(`${LOCALES}${LANGUAGE}.json`, {credentials: 'same-origin'});
  const words = await answer.json();
  Object.keys(OWN)
    .filter(key => key in words.labels)
    .forEach(key => (words.labels[key] = OWN[key]));
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${LOCALES}_locales_data_${LANGUAGE}_${window.bust}`] = JSON.stringify(words);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

await rememberWords().catch(() => {});

export default [];
