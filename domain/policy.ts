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

  // rotation
  'rotation.now': { everyone: 'own' },
  'rotation.myDay': { everyone: 'own' },
  'rotation.teamDay': { supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.tasks': { everyone: 'all' },
  'rotation.shifts': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.plans': { supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.blocks': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.demand': { everyone: 'site', hr: 'all' },
  'rotation.setDemand': { supervisor: 'team', head: 'site' },
  'rotation.putShift': { supervisor: 'team', head: 'site' },
  'rotation.openPlan': { supervisor: 'team', head: 'site' },
  'rotation.putBlock': { supervisor: 'team', head: 'site' },
  'rotation.moveBlock': { supervisor: 'team', head: 'site' },
  'rotation.removeBlock': { supervisor: 'team', head: 'site' },
  'rotation.fillBreaks': { supervisor: 'team', head: 'site' },
  'rotation.copyDay': { supervisor: 'team', head: 'site' },
  'rotation.publish': { supervisor: 'team', head: 'site' },

  // settings
  'settings.prefer': { everyone: 'own' },
  'settings.preferences': { everyone: 'own' },

  // workplace
  'workplace.mySeat': { everyone: 'own' },
  'workplace.teaNow': { everyone: 'own' },
  'workplace.orderTea': { everyone: 'own' },
  'workplace.skipTea': { everyone: 'own' },
  'workplace.teaOrders': { welfare: 'all' },
  'workplace.serveTea': { welfare: 'all' },
  'workplace.reportFault': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.checklists': { everyone: 'all' },
  'workplace.checklist': { everyone: 'all' },
  'workplace.seats': { everyone: 'site', head: 'site', hr: 'all', safety: 'all' },
  'workplace.siteMap': { everyone: 'site', head: 'site', hr: 'all', safety: 'all' },
  'workplace.readings': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.rounds': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.roundsDue': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.round': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.startRound': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.answerItems': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.submitRound': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.actions': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.closeAction': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.verifyAction': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
} as const satisfies Record<string, PolicyRow>
