import type { PolicyRow } from '#domain/access'
import { career } from '#domain/policy-career'
import { ideas } from '#domain/policy-ideas'
import { rotation } from '#domain/policy-rotation'
import { training } from '#domain/policy-training'
import { workplace } from '#domain/policy-workplace'

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
  // Made for another, a token would be that person: an administrator sees and revokes tokens, and makes only their own.
  'accounts.makeToken': { everyone: 'own' },
  'accounts.revokeToken': { everyone: 'own', admin: 'all' },
  'accounts.tokens': { everyone: 'own', admin: 'all' },
  'accounts.makeLink': { everyone: 'own' },
  'accounts.revokeLink': { everyone: 'own', admin: 'all' },
  'accounts.links': { everyone: 'own' },
  'accounts.resetPassword': { hr: 'all', admin: 'all' },

  // audit
  'audit.list': { hr: 'all', admin: 'all' },

  ...career,
  ...ideas,

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
  'people.sites': { everyone: 'all' },
  'people.teams': { everyone: 'all' },
  'people.projects': { everyone: 'all' },
  'people.services': { everyone: 'all' },
  // Where the clocks stand is the installation's; who works there is HR's.
  'people.addSite': { hr: 'all', admin: 'all' },
  'people.changeSite': { hr: 'all', admin: 'all' },
  'people.addTeam': { hr: 'all' },
  'people.changeTeam': { hr: 'all' },
  'people.endTeam': { hr: 'all' },
  'people.addProject': { hr: 'all' },
  'people.changeProject': { hr: 'all' },
  'people.endProject': { hr: 'all' },
  // Two lists of words for everybody, which tasks are put together of: whoever writes tasks may miss one.
  'people.addService': { head: 'own', hr: 'own' },
  'people.addChannel': { head: 'own', hr: 'own' },

  // recognition
  'recognition.wall': { everyone: 'all' },
  'recognition.show': { everyone: 'all' },
  'recognition.received': { everyone: 'own' },
  'recognition.values': { everyone: 'all' },
  'recognition.receivers': { everyone: 'all' },
  'recognition.budget': { everyone: 'own' },
  'recognition.give': { everyone: 'all' },
  // Whom somebody praises as their leader, from a leader's budget; everybody else is a colleague.
  'recognition.giveAsLeader': { supervisor: 'team', head: 'site', hr: 'all' },
  'recognition.react': { everyone: 'all' },
  'recognition.revoke': { hr: 'all' },
  // Whoever sees a praise may ask HR to look at it; the giver is refused by the database.
  'recognition.report': { everyone: 'all' },
  'recognition.reports': { hr: 'all' },
  'recognition.keepReported': { hr: 'all' },
  // Whoever hears customers may write down what they said; others pass it on.
  'recognition.enterThanks': { supervisor: 'own', head: 'own', quality: 'own', hr: 'own' },
  'recognition.thanks': { supervisor: 'own', head: 'own', quality: 'all', hr: 'all' },
  'recognition.passThanksOn': { supervisor: 'team', head: 'site', quality: 'all', hr: 'all' },
  'recognition.setThanksAside': { supervisor: 'own', head: 'own', quality: 'all', hr: 'all' },
  'recognition.ownThanks': { everyone: 'own' },
  'recognition.decideThanks': { everyone: 'own' },
  'recognition.importThanks': { quality: 'own', hr: 'own' },
  'recognition.awards': { everyone: 'all' },
  'recognition.awardDesk': { hr: 'all' },
  'recognition.confirmAward': { hr: 'all' },
  'recognition.news': { everyone: 'all' },
  'recognition.celebrations': { everyone: 'own' },
  'recognition.setCelebrations': { everyone: 'own' },
  'recognition.congratulate': { everyone: 'all' },
  'recognition.unpraised': { supervisor: 'team', head: 'site', hr: 'all' },
  'recognition.screen': { head: 'site', hr: 'all' },
  'recognition.numbers': { head: 'site', hr: 'all' },
  'recognition.copied': { head: 'site', hr: 'all' },
  'recognition.rules': { hr: 'all' },
  'recognition.setCap': { hr: 'all' },
  'recognition.liftFreeze': { hr: 'all' },
  'recognition.writeValue': { hr: 'all' },
  'recognition.retireValue': { hr: 'all' },
  'recognition.checkInflation': {},
  // rotation
  ...rotation,

  // settings
  'settings.prefer': { everyone: 'own' },
  'settings.preferences': { everyone: 'own' },
  'settings.calendar': { everyone: 'all' },
  'settings.setWorkdays': { hr: 'all' },
  'settings.setDay': { hr: 'all' },
  'settings.synonyms': { hr: 'all' },
  'settings.nameSame': { hr: 'all' },
  'settings.retireSynonyms': { hr: 'all' },

  ...training,
  ...workplace,
} as const satisfies Record<string, PolicyRow>
