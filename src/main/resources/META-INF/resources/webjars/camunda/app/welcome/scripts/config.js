export default {
  app: {
    name: 'Welcome',
    vendor: 'Baton'
  },
  links: [
    {
      label: 'Incidents',
      href: '/desk/incidents',
      description: 'Search, filter, print and export'
    },
    {
      label: 'Your account',
      href: '/account',
      description: 'Password, second factor, passkeys, API tokens and sessions'
    }
  ],
  customScripts: ['scripts/baton/sign-in.js']
};
