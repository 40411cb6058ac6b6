// The words of "Log a contact" that do not come from the server.

import {GERMAN} from '../german.js';

export const WORDS = GERMAN
  ? {
      sayFirst: 'Notieren Sie zuerst unter „Was wurde gesagt?“, was gesagt wurde.',
      trouble: 'Das hat nicht funktioniert. Versuchen Sie es noch einmal, oder senden Sie das Formular ab.',
      people: 'Mögliche Anrufer',
      choices: 'Mögliche Werte',
      vip: 'VIP',
      channels: ['Telefon', 'Persönlich', 'E-Mail', 'Chat', 'Web'],
      found: count => (count === 1 ? 'Ein Vorschlag' : `${count} Vorschläge`)
    }
  : {
      sayFirst: 'First enter what was said under “What was said?”.',
      trouble: 'That did not work. Try again, or submit the form.',
      people: 'Possible callers',
      choices: 'Possible values',
      vip: 'VIP',
      channels: ['Phone', 'Walk-in', 'Email', 'Chat', 'Web'],
      found: count => (count === 1 ? '1 suggestion' : `${count} suggestions`)
    };
