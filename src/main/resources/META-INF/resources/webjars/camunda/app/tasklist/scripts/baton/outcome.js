// A task that is done leaves the screen, and what came of it is said.

import {incidents, leaveTask, numberOfTask} from './card.js';
import {GERMAN} from './german.js';
import {watch} from './requests.js';

const SHOWN = 12_000;
const LIST_DRAWN = 800;
const SUBMIT = /\/task\/([^/?]+)\/(?:submit-form|complete)$/;
const RELEASE = /\/task\/([^/?]+)\/unclaim$/;

const WORDS = GERMAN
  ? {
      done: (task, number) => `Erledigt: ${task}${number ? ` (${number})` : ''}.`,
      gone: (task, number) => `Nicht mehr offen: ${task}${number ? ` (${number})` : ''}.`,
      released: (task, number) => `Zurückgegeben: ${task}${number ? ` (${number})` : ''}.`,
      status: words => `Die Störung ist jetzt: ${words}.`,
      open: 'Störung öffnen'
    }
  : {
      done: (task, number) => `Done: ${task}${number ? ` (${number})` : ''}.`,
      gone: (task, number) => `No longer open: ${task}${number ? ` (${number})` : ''}.`,
      released: (task, number) => `Released: ${task}${number ? ` (${number})` : ''}.`,
      status: words => `The incident is now: ${words}.`,
      open: 'Open incident'
    };

const place = document.createElement('div');
place.className = 'baton-outcome';
place.setAttribute('role', 'status');
document.body.append(place);

let shown = 0;

/** Says it for a while, with how the incident stands now. */
export async function note(words, number) {
  const text = document.createElement('span');
  text.textContent = words;
  place.replaceChildren(text);
  clearTimeout(shown);
  shown = setTimeout(() => place.replaceChildren(), SHOWN);
  if (!number) return;
  const [incident] = await incidents([number]).catch(() => []);
  if (!incident || !text.isConnected) return;
  text.textContent = `${words} ${WORDS.status(incident.statusWords)}`;
  const link = document.createElement('a');
  link.href = `/desk/incidents/${encodeURIComponent(number)}`;
  link.textContent = WORDS.open;
  place.append(' ', link);
}

const title = () => document.querySelector('.task-card h2.task')?.textContent.trim() ?? '';

const succeeded = words => (status, text, match) => {
  if (status < 200 || status >= 300) return;
  const number = numberOfTask(match[1]);
  note(words(title(), number), number);
};

watch('POST', SUBMIT, {after: succeeded(WORDS.done)});
watch('POST', RELEASE, {after: succeeded(WORDS.released)});

/** Tasks on which this person has acted in the tab. */
const acted = new Set();

export const hasActed = taskId => acted.add(taskId);

/** Whether somebody has typed something that would be lost. */
const hasText = section =>
  [...section.querySelectorAll('.fjs-form textarea, .baton-tab textarea')].some(field =>
    field.value.trim()
  );

/** The place to go on from, unless somebody has gone on already. */
function focusList() {
  if (document.activeElement !== document.body) return;
  document.querySelector('.tasks-list .task h4 a')?.focus();
}

/** Closes a task that is no longer there. */
export function closeRemoved() {
  const section = document.querySelector('.task-card.task-removed');
  const taskId = new URLSearchParams(location.hash.split('?')[1]).get('task');
  if (!section || section.dataset.batonClosed || (hasText(section) && !acted.has(taskId))) return;
  section.dataset.batonClosed = 'yes';
  const number = numberOfTask(taskId);
  const words = (acted.has(taskId) ? WORDS.done : WORDS.gone)(title(), number);
  section.querySelector('.task-removed-alert button.btn')?.click();
  leaveTask();
  note(words, number);
  setTimeout(focusList, LIST_DRAWN);
}
