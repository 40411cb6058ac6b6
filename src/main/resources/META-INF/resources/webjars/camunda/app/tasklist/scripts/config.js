const german = (navigator.language || '').startsWith('de');

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Baton'
  },
  // One language alone: dates are written in whichever arrives last.
  locales: german
    ? {availableLocales: ['de'], fallbackLocale: 'de'}
    : {availableLocales: ['en'], fallbackLocale: 'en'},
  customScripts: [
    'scripts/baton/start.js',
    'scripts/baton/sign-in.js',
    'scripts/baton/incident.js',
    'scripts/baton/page.js',
    'scripts/baton/log-a-contact.js'
  ],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'moves to the first filter'},
    focusList: {key: 'ctrl+alt+l', description: 'moves to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'moves to the first field of the form'},
    startProcess: {key: 'ctrl+alt+p', description: 'starts a process, for example Log a contact'}
  }
};
