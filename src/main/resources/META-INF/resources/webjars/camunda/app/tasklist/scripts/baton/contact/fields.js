// The fields of "Log a contact" on the page. The form library draws them from a state of its own.

export const KEYS = {
  client: 'clientField',
  requesterName: 'requesterNameField',
  requesterEmail: 'requesterEmailField',
  requesterPhone: 'requesterPhoneField',
  subject: 'subjectField',
  description: 'descriptionField',
  category: 'categoryField',
  service: 'serviceField',
  toTeam: 'toTeamField'
};

/** What the server calls a field of a report. */
const OTHER_NAMES = {
  'requester.name': 'requesterName',
  'requester.email': 'requesterEmail',
  'requester.phone': 'requesterPhone',
  team: 'toTeam',
  body: 'description'
};

export function fieldOf(form, key) {
  const id = KEYS[OTHER_NAMES[key] ?? key];
  return id ? form.querySelector(`input[id$=${id}], textarea[id$=${id}]`) : null;
}

export const valueOf = (form, key) => fieldOf(form, key)?.value ?? '';

export const keyOf = field =>
  Object.keys(KEYS).find(key => field.id?.endsWith(KEYS[key])) ?? null;

/** The answer to "What is this contact about?". */
export function kindOf(form) {
  const kinds = ['INCIDENT', 'INFORMATION', 'ABANDONED'];
  const chosen = [...form.querySelectorAll('input[type=radio][id*=kindField]')].findIndex(
    one => one.checked
  );
  return kinds[chosen] ?? 'INCIDENT';
}

/**
 * Sets a field as somebody would who types and goes on to the next one. The form takes a text over
 * only after a pause, and draws all fields anew from what it has taken over; leaving the field takes
 * it over at once.
 */
export function put(field, value) {
  if (!field || field.value === (value ?? '')) return;
  const kind = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, value ?? '');
  field.dispatchEvent(new Event('input', {bubbles: true}));
  takeOver(field);
}

/** Has the form take over what has just been typed. */
export function takeOver(field) {
  field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
}

const noteId = field => field.id + '-baton-problem';

export function clearProblem(field) {
  document.getElementById(noteId(field))?.remove();
  if (field.dataset.batonProblem) {
    delete field.dataset.batonProblem;
    field.removeAttribute('aria-invalid');
    field.closest('.fjs-form-field')?.classList.remove('baton-has-problem');
    const others = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(id => id !== noteId(field));
    field.setAttribute('aria-describedby', others.join(' '));
  }
}

/** Says at the field what is wrong with it, until it is changed. */
export function showProblem(field, words) {
  clearProblem(field);
  const note = document.createElement('p');
  note.id = noteId(field);
  note.className = 'baton-field-problem';
  note.textContent = words;
  const around = field.closest('.fjs-form-field');
  around.classList.add('baton-has-problem');
  around.append(note);
  field.dataset.batonProblem = 'yes';
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
}

export function goTo(field) {
  field.scrollIntoView({block: 'center'});
  field.focus();
}
