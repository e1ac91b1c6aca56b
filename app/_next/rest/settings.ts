import type { Operation } from '#app/_next/operations'
import { listCalendars } from '#server/settings/calendar-queries'
import { nameSame } from '#server/settings/name-same'
import { prefer } from '#server/settings/prefer'
import { preferences } from '#server/settings/queries'
import { retireSynonyms } from '#server/settings/retire-synonyms'
import { listSynonyms } from '#server/settings/search-queries'
import { setDay } from '#server/settings/set-day'
import { setWorkdays } from '#server/settings/set-workdays'

export const operations: Operation[] = [
  { method: 'GET', path: '/preferences', run: preferences },
  { method: 'PATCH', path: '/preferences', run: prefer },
  { method: 'GET', path: '/calendars', run: listCalendars },
  { method: 'PUT', path: '/calendars/{siteId}/workdays', run: setWorkdays },
  { method: 'PUT', path: '/calendars/{siteId}/days/{onDate}', run: setDay },
  { method: 'GET', path: '/synonyms', run: listSynonyms },
  { method: 'POST', path: '/synonyms', run: nameSame },
  { method: 'DELETE', path: '/synonyms/{synonymsId}', run: retireSynonyms },
]
