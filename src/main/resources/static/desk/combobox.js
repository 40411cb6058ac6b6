// A list of suggestions below a field: by mouse, or by the arrow keys, Enter and Escape. For the desk's
// pages, and for the start form in Tasklist. A field that says where its suggestions come from
// (data-suggest, with the values of other fields of its form, data-suggest-with) has its list as soon as it is used; others make one with what they do with an option.

/** What the list must not leave, where that is not the whole page. */
const PLACES = '.modal-body, .baton-choices-place';

const NARROWEST = 340;
const MARGIN = 8;

/** Somebody who types on is not interrupted. */
const PAUSE = 150;

let lists = 0;

export class Combobox {
  /**
   * @param field the input
   * @param label of the list, for screen readers
   * @param find answers the options for a typed text: {title, hint, mark, value}
   * @param chosen what happens with an option; false if it has moved the focus
   * @param found says how many options there are
   * @param first whether Enter takes the first option unless another one is marked
   */
  constructor(field, label, find, chosen, found, first = false) {
    Object.assign(this, {field, find, chosen, found, first, options: [], at: -1, asked: 0});
    this.list = document.createElement('ul');
    this.list.id = `baton-choices-${++lists}`;
    this.list.className = 'baton-choices';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', label);
    this.list.hidden = true;
    this.status = document.createElement('span');
    this.status.className = 'baton-hidden';
    this.status.setAttribute('role', 'status');
    const place = field.closest(PLACES);
    if (place) place.append(this.list, this.status);
    else field.after(this.list, this.status);
    Object.entries({
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.list.id
    }).forEach(([name, value]) => field.setAttribute(name, value));
    field.addEventListener('keydown', event => this.key(event));
    field.addEventListener('blur', event => event.isTrusted && this.close());
    field.addEventListener('click', () => !field.value && this.open());
    // Before the field would lose the focus.
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', ({target}) => {
      const option = target.closest('[role=option]');
      if (option) this.take([...this.list.children].indexOf(option));
    });
  }

  /** Opens once nothing more is typed, unless an option is taken before. */
  openSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.open(), PAUSE);
  }

  /** Whether the options are now those for the field's text; not if somebody has typed on. */
  async open() {
    clearTimeout(this.soon);
    const asked = ++this.asked;
    const text = this.field.value;
    const options = await this.find(text).catch(() => []);
    const isLate = asked !== this.asked || text !== this.field.value;
    if (isLate || document.activeElement !== this.field) return false;
    const marked = this.options[this.at];
    this.options = options;
    this.foundFor = text;
    this.list.replaceChildren(...options.map((option, i) => this.drawn(option, i)));
    this.at = -1;
    if (!options.length) {
      this.close();
      return true;
    }
    this.list.hidden = false;
    this.place();
    this.field.setAttribute('aria-expanded', 'true');
    this.field.removeAttribute('aria-activedescendant');
    this.status.textContent = this.found(options.length);
    // What is marked stays so if it is offered again: Enter takes it, and sends no form.
    const again = options.findIndex(it => it.title === marked?.title && it.hint === marked?.hint);
    if (again >= 0) this.mark(again);
    else if (this.first) this.mark(0);
    return true;
  }

  /** Whether the options belong to the field's text, and not to what it was before. */
  isCurrent() {
    return this.foundFor === this.field.value;
  }

  close() {
    clearTimeout(this.soon);
    this.asked++;
    this.at = -1;
    this.list.hidden = true;
    this.status.textContent = '';
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }

  remove() {
    this.list.remove();
    this.status.remove();
  }

  drawn({title, hint, mark}, i) {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${i}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const line = (className, text) => {
      const part = document.createElement('span');
      part.className = className;
      part.textContent = text;
      option.append(part, ' ');
    };
    line('baton-choice-title', title);
    if (mark) line('baton-choice-mark', mark);
    if (hint) line('baton-choice-hint', hint);
    return option;
  }

  place() {
    const field = this.field.getBoundingClientRect();
    const room = (this.field.closest(PLACES) ?? document.documentElement).getBoundingClientRect();
    const width = Math.min(Math.max(field.width, NARROWEST), room.width - 2 * MARGIN);
    const left = Math.max(Math.min(field.left, room.right - width - MARGIN), room.left + MARGIN);
    const {style} = this.list;
    Object.assign(style, {top: '0', left: '0', width: `${width}px`});
    const origin = this.list.getBoundingClientRect();
    style.top = `${field.bottom - origin.top + 2}px`;
    style.left = `${left - origin.left}px`;
  }

  key(event) {
    const {key} = event;
    if (key === 'ArrowDown' && this.list.hidden) {
      event.preventDefault();
      this.open();
    } else if (this.list.hidden) {
      return;
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : this.at < 0 ? 0 : -1;
      this.mark((this.at + step + this.options.length) % this.options.length);
    } else if (key === 'Enter' && this.at >= 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      if (this.isCurrent()) this.take(this.at);
      else this.open();
    } else if (key === 'Escape') {
      // Closes the list alone, and not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (key === 'Tab') {
      this.close();
    }
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((option, i) =>
      option.setAttribute('aria-selected', String(i === at))
    );
    const option = this.list.children[at];
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({block: 'nearest'});
  }

  take(at) {
    const option = this.options[at];
    this.close();
    if (this.chosen(option) !== false) this.field.focus();
  }
}

/** Writes the option into the field, as if it had been typed. */
function write(field, value) {
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

function suggestTo(field) {
  const {suggest, suggestWith, list, found, submits} = field.dataset;
  let isTaking = false;
  const find = async text => {
    const address = new URL(suggest, location.href);
    address.searchParams.set('q', text);
    if (suggestWith) {
      new FormData(field.form)
        .getAll(suggestWith)
        .forEach(value => address.searchParams.append(suggestWith, value));
    }
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    return answer.ok ? answer.json() : [];
  };
  const chosen = ({value}) => {
    isTaking = true;
    write(field, value);
    isTaking = false;
    if (submits) field.form.requestSubmit();
  };
  const words = count => (found ?? '').replace('{0}', count);
  const combobox = new Combobox(field, list ?? '', find, chosen, words);
  field.addEventListener('input', () => isTaking || combobox.openSoon());
}

const known = new WeakSet();

document.addEventListener('focusin', ({target}) => {
  if (!target.matches?.('[data-suggest]') || known.has(target)) return;
  known.add(target);
  suggestTo(target);
});
