// Fields whose value is chosen from a list while somebody types, and the outcome of the last act.

import {Combobox} from './combobox.js';

const set = (id, value) => {
  const field = document.getElementById(id);
  if (field) field.value = value;
};

document.querySelectorAll('input[data-choices]').forEach(field => {
  const {choices, choicesWith, choicesLabel, choicesFound} = field.dataset;
  const find = async text => {
    const asked = new URLSearchParams({q: text});
    if (choicesWith) asked.set('client', document.getElementById(choicesWith).value);
    const answer = await fetch(`${choices}?${asked}`, {
      credentials: 'same-origin',
      headers: {Accept: 'application/json'}
    });
    return answer.ok ? answer.json() : [];
  };
  const chosen = option => {
    field.value = option.value;
    Object.entries(option.fields ?? {}).forEach(([id, value]) => set(id, value));
  };
  const list = new Combobox(field, choicesLabel, find, chosen, count => `${choicesFound}: ${count}`);
  field.addEventListener('input', () => list.openSoon());
});

// What came of the last act is read first, and the keyboard goes on from there.
const outcome = document.querySelector('#contacts-outcome, #major-outcome, #escalations-outcome');
if (outcome?.textContent.trim()) {
  outcome.tabIndex = -1;
  outcome.focus({preventScroll: true});
}
