import type { Operation } from '#app/_next/operations'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { ladderChanges } from '#server/career/changes-queries'
import { draftLadder } from '#server/career/draft'
import { listMetrics, listPlans } from '#server/career/figures-queries'
import { findLadder, listLadders } from '#server/career/ladders-queries'
import { readiness } from '#server/career/own-queries'
import { publishLadder } from '#server/career/publish'
import {
  findPosition,
  ladderMap,
  listCompetences,
  listPositions,
  listRequirements,
} from '#server/career/queries'
import { recordMetrics } from '#server/career/record-metrics'
import { removeRequirement } from '#server/career/remove-requirement'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { setSeats } from '#server/career/set-seats'

export const operations: Operation[] = [
  { method: 'GET', path: '/positions', run: listPositions },
  { method: 'GET', path: '/positions/{slug}', run: findPosition },
  { method: 'GET', path: '/competences', run: listCompetences },
  { method: 'GET', path: '/requirements', run: listRequirements },
  { method: 'DELETE', path: '/requirements/{requirementId}', run: removeRequirement },
  { method: 'GET', path: '/ladders', run: listLadders },
  { method: 'GET', path: '/ladders/map', run: ladderMap },
  { method: 'GET', path: '/ladders/changes', run: ladderChanges },
  { method: 'POST', path: '/ladders/{ladderId}/versions', run: draftLadder },
  { method: 'GET', path: '/ladders/versions/{versionId}', run: findLadder },
  { method: 'PUT', path: '/ladders/versions/{versionId}/requirements', run: setRequirement },
  { method: 'PUT', path: '/ladders/versions/{versionId}/seats', run: setSeats },
  { method: 'POST', path: '/ladders/versions/{versionId}/publication', run: publishLadder },
  { method: 'POST', path: '/ladders/versions/{versionId}/acknowledgements', run: acknowledgeLadder },
  { method: 'GET', path: '/readiness', run: readiness },
  { method: 'PUT', path: '/intent', run: setIntent },
  { method: 'GET', path: '/plans', run: listPlans },
  { method: 'GET', path: '/metrics', run: listMetrics },
  { method: 'POST', path: '/metrics', run: recordMetrics },
]
