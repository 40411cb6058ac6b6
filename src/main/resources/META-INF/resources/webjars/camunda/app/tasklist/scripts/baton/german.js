// German words for forms, filters and tabs where the browser is German. Forms are written in English
// by process owners; words that are not listed here stay as they are.

export const GERMAN = (navigator.language || '').startsWith('de');

/** The labels, descriptions and options of Baton's own forms; texts line by line. */
export const FORM_WORDS = {
  'Complete this task to confirm that you have seen the escalation and will decide what to do. If there is no answer by the due date, the next rung is notified.':
    'Schließen Sie diese Aufgabe ab, um zu bestätigen, dass Sie die Eskalation gesehen haben und entscheiden werden. Kommt bis zur Frist keine Antwort, wird die nächste Stufe benachrichtigt.',
  '### Nobody would answer an escalation': '### Niemand würde eine Eskalation beantworten',
  'The description of this task lists when, and on which rung.':
    'Die Beschreibung dieser Aufgabe nennt Zeiten und Stufen.',
  'Add a shift, name a deputy, or give somebody the role. This task disappears within a minute once the rota has no gaps. Complete it to check at once; it comes back if any gaps are left.':
    'Ergänzen Sie eine Schicht, benennen Sie eine Vertretung, oder geben Sie jemandem die Rolle. Diese Aufgabe verschwindet innerhalb einer Minute, sobald der Dienstplan keine Lücken mehr hat. Schließen Sie sie ab, um sofort zu prüfen; sie kommt wieder, wenn Lücken bleiben.',
  'Complete this task once you have heard from the requester. If they do not object, the incident closes automatically.':
    'Schließen Sie diese Aufgabe ab, sobald Sie vom Melder gehört haben. Ohne Widerspruch schließt sich die Störung von selbst.',
  'Does the requester confirm the resolution?': 'Bestätigt der Melder die Lösung?',
  'Yes, close the incident': 'Ja, Störung schließen',
  'No, reopen it': 'Nein, wieder öffnen',
  'What is still wrong?': 'Was ist noch nicht in Ordnung?',
  'Your decision is carried out on the incident in your name. If there is no decision by the due date, the next rung is notified.':
    'Ihre Entscheidung wird in Ihrem Namen an der Störung ausgeführt. Fällt bis zur Frist keine Entscheidung, wird die nächste Stufe benachrichtigt.',
  'What should be done?': 'Was soll geschehen?',
  'Reassign to another team or person': 'Einem anderen Team oder einer anderen Person zuweisen',
  'Bring in somebody to help': 'Jemanden zur Hilfe holen',
  'Take over myself': 'Selbst übernehmen',
  'Change the priority': 'Priorität ändern',
  'Update the client': 'Kunden informieren',
  'Stand down: no further action': 'Entwarnung: nichts weiter zu tun',
  Team: 'Team',
  'Code or name. Leave empty to keep the current team.':
    'Kürzel oder Name. Leer lassen, um das Team beizubehalten.',
  Person: 'Person',
  'Username. Leave empty to let a new team choose.':
    'Benutzername. Leer lassen, damit ein neues Team wählt.',
  Impact: 'Auswirkung',
  High: 'Hoch',
  Medium: 'Mittel',
  Low: 'Niedrig',
  Urgency: 'Dringlichkeit',
  Note: 'Notiz',
  'Sent to the client if you update them; the reason if you stand down; otherwise recorded in the journal.':
    'Geht an den Kunden, wenn Sie ihn informieren; nennt bei Entwarnung den Grund; steht sonst im Journal.',
  'I have more to decide': 'Ich habe noch mehr zu entscheiden',
  '### Log a contact': '### Kontakt erfassen',
  'Log every contact, even if it does not need an incident.':
    'Erfassen Sie jeden Kontakt, auch wenn er keine Störung braucht.',
  'What is this contact about?': 'Worum geht es?',
  'An incident': 'Eine Störung',
  'Information only': 'Nur eine Auskunft',
  'Call abandoned': 'Anruf abgebrochen',
  'How did it reach us?': 'Auf welchem Weg kam er?',
  Phone: 'Telefon',
  'Walk-in': 'Persönlich',
  Email: 'E-Mail',
  Chat: 'Chat',
  Web: 'Web',
  Client: 'Kunde',
  'May be left empty if the requester’s email address is known.':
    'Kann leer bleiben, wenn die E-Mail-Adresse des Melders bekannt ist.',
  'Requester name': 'Name des Melders',
  Subject: 'Betreff',
  'One line, in the requester’s words.': 'Eine Zeile, in den Worten des Melders.',
  'What was said?': 'Was wurde gesagt?',
  'Enough detail that nobody has to ask again; up to 10,000 characters.':
    'So genau, dass niemand nachfragen muss; bis zu 10.000 Zeichen.',
  'How much of the client’s work is affected?': 'Wie viel Arbeit des Kunden ist betroffen?',
  'How soon does it need to be fixed?': 'Wie bald muss es behoben sein?',
  Category: 'Kategorie',
  'For example, network or software.': 'Zum Beispiel network oder software.',
  Service: 'Service',
  'The affected service, if known.': 'Der betroffene Service, falls bekannt.',
  'Leave empty to let Baton find the team.': 'Leer lassen, damit Baton das Team findet.',
  'Form token': 'Formular-Kennung',
  'Never shown. Tasklist fills it in, so that a form that is sent twice opens one incident.':
    'Nie sichtbar. Tasklist füllt das Feld, damit ein doppelt gesendetes Formular eine einzige Störung eröffnet.',
  '### A mail could not be taken in': '### Eine E-Mail konnte nicht übernommen werden',
  'The stored mail is kept, whatever you choose.':
    'Die gespeicherte E-Mail bleibt erhalten, was immer Sie wählen.',
  'What should happen to it?': 'Was soll mit ihr geschehen?',
  'Try again': 'Noch einmal versuchen',
  Dismiss: 'Verwerfen',
  'Send it again': 'Noch einmal senden',
  'Give up': 'Aufgeben',
  'New address': 'Neue Adresse',
  'Leave empty to use the same address. A new address replaces the old one for all future messages.':
    'Leer lassen, um dieselbe Adresse zu verwenden. Eine neue Adresse ersetzt die alte für alle künftigen Nachrichten.',
  'You are the lead of this major incident. Write what is known, what is being done and when the next update is due, even if there is nothing new. To hand over the lead, assign this task to somebody else.':
    'Sie leiten diese Großstörung. Schreiben Sie, was bekannt ist, was getan wird und wann die nächste Information kommt, auch wenn es nichts Neues gibt. Um die Leitung abzugeben, weisen Sie diese Aufgabe jemand anderem zu.',
  'Update for the client': 'Information für den Kunden',
  'Sent for this incident and for every related incident that is open.':
    'Geht an die Melder dieser Störung und aller offenen zugehörigen Störungen.',
  'Internal note': 'Interne Notiz',
  'Recorded in the journal; the client does not see it.':
    'Steht im Journal; der Kunde sieht sie nicht.',
  'What is the outcome?': 'Was ist das Ergebnis?',
  Resolved: 'Gelöst',
  'Put on hold': 'In Wartestellung setzen',
  'Pass to second line': 'An den Second Level übergeben',
  'Reassign to another team': 'Einem anderen Team zuweisen',
  Escalate: 'Eskalieren',
  'Mark as duplicate': 'Als Duplikat kennzeichnen',
  'Cancel incident': 'Störung stornieren',
  'How was it resolved?': 'Wie wurde sie gelöst?',
  Fixed: 'Behoben',
  'Workaround provided': 'Umgehung bereitgestellt',
  'Could not be reproduced': 'Nicht nachvollziehbar',
  'Requester was shown how': 'Melder wurde angeleitet',
  'No fault found': 'Kein Fehler gefunden',
  'Who or what are you waiting for?': 'Auf wen oder was warten Sie?',
  'The requester': 'Auf den Melder',
  'A supplier': 'Auf einen Lieferanten',
  'A problem under investigation': 'Auf ein Problem, das untersucht wird',
  'A planned change': 'Auf eine geplante Änderung',
  'The expected end. If nothing happens before then, the incident comes back to you.':
    'Das erwartete Ende. Geschieht bis dahin nichts, kommt die Störung zu Ihnen zurück.',
  'Until (date)': 'Bis (Datum)',
  'Until (time)': 'Bis (Uhrzeit)',
  'New team': 'Neues Team',
  'For example, network or applications.': 'Zum Beispiel network oder applications.',
  'Number of the original incident': 'Nummer der ursprünglichen Störung',
  'For example, INC-2026-000123.': 'Zum Beispiel INC-2026-000123.',
  'What was done?': 'Was wurde getan?',
  'What do you need? The client sees this.': 'Was brauchen Sie? Der Kunde sieht das.',
  'What are you waiting for?': 'Worauf warten Sie?',
  'What has been found so far?': 'Was wurde bisher herausgefunden?',
  'What should the new team know?': 'Was soll das neue Team wissen?',
  'What help is needed?': 'Welche Hilfe wird gebraucht?',
  'Why is it cancelled?': 'Warum wird sie storniert?',
  'The major incident has been resolved, but related incidents are still open. Incidents on hold cannot be resolved here: they are listed in the journal and stay open.':
    'Die Großstörung ist gelöst, zugehörige Störungen sind noch offen. Zurückgestellte Störungen lassen sich hier nicht lösen: Sie stehen im Journal und bleiben offen.',
  'Resolve the related incidents too?': 'Auch die zugehörigen Störungen lösen?',
  'Yes, resolve them': 'Ja, lösen',
  'No, leave them open': 'Nein, offen lassen',
  'Sent to their requesters. If left empty, they are given the number of the major incident.':
    'Geht an deren Melder. Bleibt das Feld leer, nennen wir ihnen die Nummer der Großstörung.',
  'Review the incident with everyone involved. Give each action an owner and a date.':
    'Besprechen Sie die Störung mit allen Beteiligten. Jede Maßnahme braucht eine verantwortliche Person und ein Datum.',
  'What happened?': 'Was ist geschehen?',
  'What was the cause?': 'Was war die Ursache?',
  'What went well?': 'Was lief gut?',
  'What did not go well?': 'Was lief nicht gut?',
  Actions: 'Maßnahmen',
  'One per line: owner: action (until 2026-05-30). The owner is a username.':
    'Eine je Zeile: Person: Maßnahme (until 2026-05-30). Die Person ist ein Benutzername.',
  'A reply from the requester ends the hold automatically. Complete this task only to end or extend the hold yourself.':
    'Eine Antwort des Melders hebt die Zurückstellung von selbst auf. Schließen Sie diese Aufgabe nur ab, um sie selbst aufzuheben oder zu verlängern.',
  'Is the hold over?': 'Kann es weitergehen?',
  'Yes, resume work': 'Ja, weiterarbeiten',
  'No, extend the hold': 'Nein, länger zurückstellen',
  'What has happened in the meantime?': 'Was ist inzwischen geschehen?'
};

/** Parts of lines that show variables. */
const PHRASES = [
  ['*Client: ', '*Kunde: '],
  [' · escalated: ', ' · eskaliert: '],
  [' · rung ', ' · Stufe '],
  [' · audience: ', ' · Empfängerkreis: '],
  [' · still open: ', ' · noch offen: '],
  [' · on hold, waiting for: ', ' · in Wartestellung, wartet auf: '],
  ['A message did not reach ', 'Eine Nachricht hat ihr Ziel nicht erreicht: '],
  ['. The error was:', '. Der Fehler war:']
];

const line = text =>
  FORM_WORDS[text] ??
  (text.includes('{{') ? PHRASES.reduce((was, [from, to]) => was.replace(from, to), text) : text);

/** The German words for a text of a form: plain, Markdown, or an expression with texts in it. */
export const german = text =>
  text.startsWith('=')
    ? text.replace(/"([^"]*)"/g, (all, inner) => `"${FORM_WORDS[inner] ?? inner}"`)
    : text.split('\n').map(line).join('\n');

/** A form with German words; keys and values stay. */
export function germanForm(form) {
  if (Array.isArray(form)) return form.map(germanForm);
  if (form === null || typeof form !== 'object') return form;
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      ['label', 'description', 'text', 'dateLabel', 'timeLabel'].includes(name) &&
      typeof value === 'string'
        ? german(value)
        : germanForm(value)
    ])
  );
}
