import type { PolicyRow } from '#domain/access'

/** The rows of the room where days are planned; part of the one table. */
export const rotation = {
  'rotation.now': { everyone: 'own' },
  'rotation.myDay': { everyone: 'own' },
  'rotation.teamDay': { supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.floor': { everyone: 'site', hr: 'all' },
  'rotation.tasks': { everyone: 'all' },
  'rotation.shifts': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.plans': { supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.blocks': { everyone: 'own', supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.demand': { everyone: 'site', hr: 'all' },
  'rotation.setDemand': { supervisor: 'team', head: 'site' },
  'rotation.forecastDemand': { supervisor: 'team', head: 'site' },
  'rotation.putShift': { supervisor: 'team', head: 'site' },
  'rotation.openPlan': { supervisor: 'team', head: 'site' },
  'rotation.layDays': { supervisor: 'team', head: 'site' },
  'rotation.putBlock': { supervisor: 'team', head: 'site' },
  'rotation.moveBlock': { supervisor: 'team', head: 'site' },
  'rotation.removeBlock': { supervisor: 'team', head: 'site' },
  'rotation.fillBreaks': { supervisor: 'team', head: 'site' },
  'rotation.copyDay': { supervisor: 'team', head: 'site' },
  'rotation.startRun': { supervisor: 'team', head: 'site' },
  'rotation.stopRun': { supervisor: 'team', head: 'site' },
  'rotation.run': { supervisor: 'team', head: 'site', hr: 'all' },
  // The search puts its own plan into the draft.
  'rotation.worth': { supervisor: 'team', head: 'site', hr: 'all', trainer: 'all' },
  'rotation.changes': { supervisor: 'team', head: 'site', hr: 'all' },
  'rotation.storeRun': {},
  'rotation.publish': { supervisor: 'team', head: 'site' },
  // Nothing of the centre is read or written: it plans what it is given.
  'rotation.solve': { supervisor: 'team', head: 'site' },
} as const satisfies Record<string, PolicyRow>
