// A list of suggestions below a field: by mouse, or by the arrow keys, Enter and Escape. For the desk's
// pages, and for the start form in Tasklist.

const NARROWEST = 340;
const MARGIN = 8;

/** Somebody who types on is not interrupted. */
const PAUSE = 150;

let lists = 0;

export class Choices {
  /**
   * @param field the input
   * @param label of the list, for screen readers
   * @param find answers the options for a typed text: {title, hint, marks, value}
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
    const place = field.closest('.modal-body, .baton-choices-place') ?? document.body;
    place.append(this.list, this.status);
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
    if (this.first) this.mark(0);
    return true;
  }

  /** Whether the options belong to the field's text, and not to what it was before. */
  isCurrent() {
    return this.foundFor === this.field.value;
  }

  close() {
    clearTimeout(this.soon);
    this.asked++;
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
      option.append(part);
    };
    line('baton-choice-title', title);
    if (mark) line('baton-choice-mark', mark);
    if (hint) line('baton-choice-hint', hint);
    return option;
  }

  place() {
    const field = this.field.getBoundingClientRect();
    const around = (this.list.offsetParent ?? this.list.parentElement).getBoundingClientRect();
    const width = Math.min(Math.max(field.width, NARROWEST), around.width - 2 * MARGIN);
    const left = Math.min(field.left - around.left, around.width - width - MARGIN);
    this.list.style.top = `${field.bottom - around.top + 2}px`;
    this.list.style.left = `${Math.max(left, MARGIN)}px`;
    this.list.style.width = `${width}px`;
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
    } else if (key === 'Enter' && this.at >= 0) {
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
