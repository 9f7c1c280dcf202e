/** Addresses that every page leads to. */
export const paths = {
  start: '/',
  desk: '/desk',
  notices: '/notices',
  delegations: '/delegations',
  search: '/search',
  locale: '/locale',
  signIn: '/sign-in',
  signOut: '/sign-out',
  post: '/post',
  published: '/public',
  accessibility: '/accessibility',
} as const
