// What the form viewer itself says, such as "Select", in German: it has one language only.

const WORDS = {
  Select: 'Auswählen',
  Search: 'Suchen',
  'No results': 'Keine Treffer',
  'All values selected': 'Alle Werte ausgewählt',
  'Field is required.': 'Bitte füllen Sie dieses Feld aus.',
  'Field must be a valid email.': 'Bitte geben Sie eine gültige E-Mail-Adresse ein.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Bitte geben Sie eine gültige internationale Telefonnummer ein, zum Beispiel +4930664040900.'
};

const PHRASES = [
  [/^Field must match pattern (.*)\.$/, 'Bitte halten Sie sich an das Muster $1.'],
  [/^Field must have minimum length of (.*)\.$/, 'Bitte geben Sie mindestens $1 Zeichen ein.'],
  [/^Field must have maximum length of (.*)\.$/, 'Bitte geben Sie höchstens $1 Zeichen ein.'],
  [/^Field must have minimum value of (.*)\.$/, 'Der Wert muss mindestens $1 sein.'],
  [/^Field must have maximum value of (.*)\.$/, 'Der Wert darf höchstens $1 sein.']
];

/** Where the viewer says something of its own; labels and options are the owner's. */
const SAID =
  '.fjs-select-placeholder, .fjs-form-field-error li, .fjs-form-field-error, .fjs-dropdownlist-empty';

const names = (days, part) => {
  const of = language => {
    const format = new Intl.DateTimeFormat(language, {[part]: part === 'month' ? 'long' : 'short'});
    return days.map(day => format.format(day));
  };
  const german = of('de');
  return Object.fromEntries(of('en').map((name, index) => [name, german[index].replace('.', '')]));
};
const MONTHS = names([...Array(12).keys()].map(month => new Date(2024, month, 1)), 'month');
const WEEKDAYS = names([...Array(7).keys()].map(day => new Date(2024, 0, day + 1)), 'weekday');
const DATE = /^(\p{L}+) (\d+), (\d+)$/u;

const german = text =>
  WORDS[text] ??
  PHRASES.reduce((said, [pattern, phrase]) => said.replace(pattern, phrase), text);

function replaceTexts(selector, translate) {
  document.querySelectorAll(selector).forEach(({childNodes}) =>
    childNodes.forEach(node => {
      if (node.nodeType !== Node.TEXT_NODE) return;
      const text = node.data.trim();
      const translated = translate(text);
      if (translated !== text) node.data = translated;
    })
  );
}

/** Called after each change of the page. */
export function translateFormWords() {
  replaceTexts(SAID, german);
  document
    .querySelectorAll('.fjs-form input[placeholder="Search"]')
    .forEach(field => (field.placeholder = WORDS.Search));
  replaceTexts('.flatpickr-monthDropdown-month', name => MONTHS[name] ?? name);
  replaceTexts('.flatpickr-weekday', name => WEEKDAYS[name] ?? name);
  document.querySelectorAll('.flatpickr-day[aria-label]').forEach(day => {
    const [, month, date, year] = DATE.exec(day.ariaLabel) ?? [];
    if (MONTHS[month]) day.ariaLabel = `${date}. ${MONTHS[month]} ${year}`;
  });
}
