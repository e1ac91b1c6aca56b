import type { PolicyRow } from '#domain/access'

/** The workplace's part of the one policy table. */
export const workplace = {
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
  'workplace.roundPlaces': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.roundsDue': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.round': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.startRound': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.answerItems': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.addPhoto': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.submitRound': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.reviewRound': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.actions': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.closeAction': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  'workplace.assignAction': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
  // Whoever answers for a site; the mender of the fault is refused.
  'workplace.acceptRisk': { head: 'site', hr: 'all', safety: 'all' },
  'workplace.escalate': {},
  'workplace.verifyAction': { supervisor: 'team', head: 'site', hr: 'all', safety: 'all' },
} as const satisfies Record<string, PolicyRow>
