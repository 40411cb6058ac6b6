// Whether Tasklist speaks German. The names of tasks and the texts of forms come from the server in the
// language of the browser, as far as the models say them.

export const GERMAN = (navigator.language || '').startsWith('de');
