import type { PolicyRow } from '#domain/access'

/**
 * The one policy table: permission → role or duty → how far. A permission is the verb of the command or query that asks for it.
 * `everyone` is whoever is employed now. Scopes (which team, which site) come with the grant, see `access.ts`.
 */
export const policy = {
  // accounts
  'accounts.changePassword': { everyone: 'own' },
  'accounts.endSessions': { everyone: 'own', admin: 'all' },
  'accounts.endSession': { everyone: 'own' },
  'accounts.openSession': {},
  'accounts.setUp': {},
  'accounts.makeToken': { everyone: 'own', admin: 'all' },
  'accounts.revokeToken': { everyone: 'own', admin: 'all' },
  'accounts.tokens': { everyone: 'own', admin: 'all' },
  'accounts.resetPassword': { hr: 'all', admin: 'all' },

  // audit
  'audit.list': { hr: 'all', admin: 'all' },

  // notifications
  'notifications.list': { everyone: 'own' },
  'notifications.read': { everyone: 'own' },

  // people
  'people.list': { everyone: 'all' },
  'people.show': { everyone: 'all' },
  'people.record': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all' },
  'people.places': { everyone: 'all' },
  'people.add': { hr: 'all' },
  'people.rename': { hr: 'all' },
  'people.move': { hr: 'all' },
  'people.end': { hr: 'all' },
  'people.grant': { hr: 'all', admin: 'all' },
  'people.withdraw': { hr: 'all', admin: 'all' },
  'people.assignMentor': { supervisor: 'team', hr: 'all' },

  // settings
  'settings.prefer': { everyone: 'own' },
  'settings.preferences': { everyone: 'own' },
} as const satisfies Record<string, PolicyRow>
