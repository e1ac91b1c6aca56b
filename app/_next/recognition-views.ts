import type { View } from '#components/recognition/recognition-tabs'
import type { Actor, Permission } from '#domain/access'
import { mayEver } from '#domain/access'

const NEEDS: [View, Permission | null][] = [
  ['wall', null],
  ['awards', null],
  ['thanks', null],
  ['team', 'recognition.unpraised'],
  ['numbers', 'recognition.numbers'],
  ['reports', 'recognition.reports'],
  ['settings', 'recognition.setCap'],
  ['screens', 'recognition.screen'],
]

/** The parts of the room that a person may enter. */
export const recognitionViews = (actor: Actor): View[] =>
  NEEDS.filter(([, needs]) => !needs || mayEver(actor, needs))
    .map(([view]) => view)
    // Whoever sets the rules finds the screens there.
    .filter((view, _, all) => view !== 'screens' || !all.includes('settings'))
