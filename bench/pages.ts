import type { Visitor } from '#bench/people'

export type Visit = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH'; path: string; body?: unknown }

/** What is measured. Rooms add a line for each page that people open often. */
export type Measured = {
  name: string
  /** `page`: signed in by the cookie, answered in HTML; `api`: by a bearer token, in JSON. */
  door: 'page' | 'api'
  /** Who asks: anybody, or people with this role. */
  as?: 'supervisor'
  /** How many different visits of each person there are, for writes that a second time change nothing. */
  turns?: number
  visit: (visitor: Visitor, turn: number) => Visit
}

const some = (visitor: Visitor, turn: number) =>
  visitor.openIdeas[(visitor.number + turn) % visitor.openIdeas.length]

export const PAGES: readonly Measured[] = [
  { name: 'my day', door: 'page', visit: () => ({ path: '/' }) },
  { name: 'people', door: 'page', visit: () => ({ path: '/people' }) },
  { name: 'ideas', door: 'page', visit: () => ({ path: '/ideas' }) },
  {
    name: 'a person',
    door: 'page',
    as: 'supervisor',
    visit: ({ mateId }) => ({ path: `/people/${mateId}` }),
  },
  { name: 'an idea', door: 'page', visit: (visitor) => ({ path: `/ideas/${some(visitor, 0)}` }) },
  { name: 'JSON: people', door: 'api', visit: () => ({ path: '/api/v1/people' }) },
  { name: 'JSON: ideas', door: 'api', visit: () => ({ path: '/api/v1/ideas' }) },
  {
    name: 'JSON: a vote',
    door: 'api',
    turns: 20,
    visit: (visitor, turn) => ({
      method: 'POST',
      path: `/api/v1/ideas/${some(visitor, turn)}/votes`,
      body: {},
    }),
  },
]
