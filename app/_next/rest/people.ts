import type { Operation } from '#app/_next/operations'
import { listAudit } from '#server/audit/queries'
import { addPerson } from '#server/people/add'
import { assignMentor } from '#server/people/assign-mentor'
import { endEmployment } from '#server/people/end'
import { grantRole } from '#server/people/grant'
import { movePerson } from '#server/people/move'
import { listPeople, listPlaces, personRecord, showPerson } from '#server/people/queries'
import { renamePerson } from '#server/people/rename'
import { withdrawRole } from '#server/people/withdraw'

export const operations: Operation[] = [
  { method: 'GET', path: '/people', run: listPeople },
  { method: 'POST', path: '/people', run: addPerson },
  { method: 'GET', path: '/people/{personId}', run: showPerson },
  { method: 'PATCH', path: '/people/{personId}', run: renamePerson },
  { method: 'GET', path: '/people/{personId}/record', run: personRecord },
  { method: 'POST', path: '/people/{personId}/moves', run: movePerson },
  { method: 'POST', path: '/people/{personId}/end', run: endEmployment, status: 200 },
  { method: 'POST', path: '/people/{personId}/grants', run: grantRole },
  { method: 'POST', path: '/people/{menteeId}/mentor', run: assignMentor },
  { method: 'DELETE', path: '/grants/{grantId}', run: withdrawRole },
  { method: 'GET', path: '/places', run: listPlaces },
  { method: 'GET', path: '/audit', run: listAudit },
]
