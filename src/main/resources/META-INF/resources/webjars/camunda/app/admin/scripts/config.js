export default {
  app: {
    name: 'Admin',
    vendor: 'Baton'
  },
  customScripts: ['scripts/baton/sign-in.js', 'scripts/baton/people.js']
};
