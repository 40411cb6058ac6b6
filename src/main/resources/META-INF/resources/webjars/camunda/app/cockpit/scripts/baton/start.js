// Runs before Cockpit does: what has failed in the engine is called a failed step, since an incident is
// what somebody reported.

import {german} from './parts.js';

const LANGUAGE = german ? 'de' : 'en';
const LOCALES = `${document.querySelector('base').getAttribute('app-root')}/app/cockpit/locales/`;

const OWN = german
  ? {
      DASHBOARD_OPEN_INCIDENTS: 'Fehlgeschlagene Schritte',
      PLGN_HIST_OPEN_INCIDENTS: 'Offene fehlgeschlagene Schritte',
      PLGN_HIST_CLOSED_INCIDENTS: 'Behobene fehlgeschlagene Schritte',
      PLGN_HIST_INCIDENTS: 'Fehlgeschlagene Schritte'
    }
  : {
      DASHBOARD_OPEN_INCIDENTS: 'Failed steps',
      PLGN_HIST_OPEN_INCIDENTS: 'Open failed steps',
      PLGN_HIST_CLOSED_INCIDENTS: 'Resolved failed steps',
      PLGN_HIST_INCIDENTS: 'Failed steps'
    };

/** Cockpit remembers the words of the last visit in the browser: here they are put there first. */
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
