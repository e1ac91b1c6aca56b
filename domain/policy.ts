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
  'accounts.resetPassword': { admin: 'all' },

  // audit
  'audit.list': { hr: 'all', admin: 'all' },

  // ideas
  'ideas.list': { everyone: 'all' },
  'ideas.show': { everyone: 'all' },
  'ideas.similar': { everyone: 'all' },
  'ideas.areas': { everyone: 'all' },
  'ideas.campaigns': { everyone: 'all' },
  'ideas.currentQuestion': { everyone: 'own' },
  'ideas.submit': { everyone: 'own' },
  'ideas.answerQuestion': { everyone: 'own' },
  'ideas.support': { everyone: 'all' },
  'ideas.withdrawSupport': { everyone: 'all' },
  'ideas.comment': { everyone: 'all' },
  'ideas.queue': { supervisor: 'own', head: 'own', hr: 'all' },
  'ideas.answer': { supervisor: 'own', head: 'own', hr: 'all' },
  'ideas.authors': { hr: 'all' },
  'ideas.openArea': { hr: 'all' },
  'ideas.openCampaign': { hr: 'all' },
  'ideas.closeCampaign': { hr: 'all' },
  // Whoever holds the code is let in by the application itself; nothing says who that is.
  'ideas.readByCode': {},
  'ideas.replyByCode': {},
  'ideas.escalate': {},

  // notifications
  'notifications.list': { everyone: 'own' },
  'notifications.live': { everyone: 'own' },
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

  // recognition
  'recognition.wall': { everyone: 'all' },
  'recognition.received': { everyone: 'own' },
  'recognition.values': { everyone: 'all' },
  'recognition.receivers': { everyone: 'all' },
  'recognition.budget': { everyone: 'own' },
  'recognition.give': { everyone: 'all' },
  // Whom somebody praises as their leader, from a leader's budget; everybody else is a colleague.
  'recognition.giveAsLeader': { supervisor: 'team', head: 'site', hr: 'all' },
  'recognition.react': { everyone: 'all' },
  'recognition.revoke': { hr: 'all' },

  // settings
  'settings.prefer': { everyone: 'own' },
  'settings.preferences': { everyone: 'own' },
} as const satisfies Record<string, PolicyRow>
