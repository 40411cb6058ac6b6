export default {
  app: {
    name: 'Cockpit',
    vendor: 'Baton'
  },
  // Cancelling an instance lets the listeners of its model run.
  skipCustomListeners: {
    default: false,
    hidden: false
  }
};
