export default {
  app: {
    name: 'Tasklist',
    vendor: 'Baton'
  },
  customScripts: ['scripts/baton/sign-in.js', 'scripts/baton/incident.js', 'scripts/baton/log-a-contact.js'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'takes the selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'goes to the first filter'},
    focusList: {key: 'ctrl+alt+l', description: 'goes to the first task of the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'goes to the first field of the form'},
    startProcess: {key: 'ctrl+alt+p', description: 'opens the list of what can be started, such as Log a contact'}
  }
};
