export default {
  app: {
    name: 'Cockpit',
    vendor: 'Baton'
  },
  customScripts: [
    'scripts/baton/start.js',
    'scripts/baton/sign-in.js',
    'scripts/baton/board.js',
    'scripts/baton/incident.js',
    'scripts/baton/clocks.js'
  ],
  // When an instance is cancelled, the listeners of its model run.
  skipCustomListeners: {
    default: false,
    hidden: false
  }
};
