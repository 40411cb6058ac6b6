export default {
  app: {
    name: 'Welcome',
    vendor: 'Baton'
  },
  customScripts: ['scripts/baton/sign-in.js']
};
