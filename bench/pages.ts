import type { Visitor } from '#bench/people'

export type Visit = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH'; path: string; body?: unknown }

/** What is measured. Rooms add a line for each page that people open often. */
export type Measured = {
  name: string
  /** `page`: signed in by the cookie, answered in HTML; `api`: by a bearer token, in JSON. */
  door: 'page' | 'api'
  /** Who asks: anybody, or people with this role. */
  as?: 'supervisor'
  visit: (visitor: Visitor) => Visit
}

export const PAGES: readonly Measured[] = [
  { name: 'my day', door: 'page', visit: () => ({ path: '/' }) },
  { name: 'people', door: 'page', visit: () => ({ path: '/people' }) },
  {
    name: 'person',
    door: 'page',
    as: 'supervisor',
    visit: ({ mateId }) => ({ path: `/people/${mateId}` }),
  },
  { name: 'people as JSON', door: 'api', visit: () => ({ path: '/api/v1/people' }) },
  {
    name: 'a choice as JSON',
    door: 'api',
    visit: ({ number }) => ({
      method: 'PATCH',
      path: '/api/v1/preferences',
      body: { theme: number % 2 ? 'light' : 'dark' },
    }),
  },
]
