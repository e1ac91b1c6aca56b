import type { Account } from '#e2e/fixtures'
import type { Things } from '#e2e/pages/things'

export const ACCOUNTS: Account[] = [
  'operator',
  'content',
  'mentor',
  'supervisor',
  'other-supervisor',
  'head',
  'hr',
  'admin',
]

/** A page as `app/` names it, where it is looked at, and for whom it is there; for everybody else it is not. */
export type Entry = { page: string; at?: (things: Things) => string; opens: Account[] }

const ALL = ACCOUNTS
const LEADS: Account[] = ['supervisor', 'other-supervisor', 'head', 'hr']
/** Who leads the people of the demo supervisor's team, or all. */
const OVER: Account[] = ['supervisor', 'head', 'hr']
const SITE: Account[] = ['head', 'hr']
const HR: Account[] = ['hr']
/** Everybody at the site in Kyiv, and who reaches all. */
const KYIV = ALL.filter((account) => account !== 'other-supervisor')

const SLUG = 'voice-and-rest'
const DRAFT = 'operator-self-check'

/** The rights of docs/INTERFACE.md, page by page. */
export const TABLE: Entry[] = [
  { page: '/', opens: ALL },
  { page: '/career', opens: ALL },
  { page: '/career/competences', opens: ALL },
  { page: '/career/figures', opens: HR },
  { page: '/career/ladders/[id]', at: ({ ladder }) => `/career/ladders/${ladder}`, opens: ALL },
  { page: '/career/openings', opens: ALL },
  { page: '/career/openings/[id]', at: ({ opening }) => `/career/openings/${opening}`, opens: ALL },
  { page: '/career/path', opens: ALL },
  { page: '/career/peers', opens: ALL },
  { page: '/career/positions/[slug]', at: () => '/career/positions/mentor', opens: ALL },
  { page: '/career/recall', opens: ALL },
  { page: '/career/scoreboard', opens: ALL },
  { page: '/career/team', opens: ['mentor', ...LEADS] },
  { page: '/career/team/[id]', at: ({ operator }) => `/career/team/${operator}`, opens: ['mentor', ...OVER] },
  { page: '/ideas', opens: ALL },
  { page: '/ideas/[number]', at: ({ idea }) => `/ideas/${idea}`, opens: ALL },
  { page: '/ideas/areas', opens: ALL },
  { page: '/ideas/asks', opens: ALL },
  { page: '/ideas/campaigns', opens: ALL },
  { page: '/ideas/new', opens: ALL },
  { page: '/ideas/pulses', opens: ALL },
  { page: '/ideas/queue', opens: LEADS },
  { page: '/ideas/trackers', opens: HR },
  { page: '/ideas/value', opens: ALL },
  { page: '/notifications', opens: ALL },
  { page: '/people', opens: ALL },
  { page: '/people/[id]', at: ({ operator }) => `/people/${operator}`, opens: ALL },
  { page: '/people/new', opens: HR },
  { page: '/people/places', opens: ALL },
  { page: '/recognition', opens: ALL },
  { page: '/recognition/[id]', at: ({ praise }) => `/recognition/${praise}`, opens: ALL },
  { page: '/recognition/awards', opens: ALL },
  { page: '/recognition/give', opens: ALL },
  { page: '/recognition/numbers', opens: SITE },
  { page: '/recognition/reports', opens: HR },
  { page: '/recognition/settings', opens: SITE },
  { page: '/recognition/team', opens: LEADS },
  { page: '/recognition/thanks', opens: ALL },
  { page: '/rotation', opens: ALL },
  { page: '/rotation/calendar', opens: ALL },
  { page: '/rotation/demand', opens: LEADS },
  { page: '/rotation/now', opens: ALL },
  { page: '/rotation/numbers', opens: LEADS },
  {
    page: '/rotation/overtime',
    at: ({ team, task, day }) =>
      `/rotation/overtime?teamId=${team}&taskId=${task}&from=${day}T10:00:00Z&to=${day}T12:00:00Z`,
    opens: ['supervisor', 'head'],
  },
  {
    page: '/rotation/plan/[date]',
    at: ({ team, day }) => `/rotation/plan/${day}?teamId=${team}`,
    opens: OVER,
  },
  { page: '/rotation/shifts', opens: LEADS },
  { page: '/rotation/swaps', opens: ALL },
  {
    page: '/rotation/swaps/new',
    at: ({ shift }) => `/rotation/swaps/new?shiftId=${shift}`,
    opens: ['operator'],
  },
  { page: '/rotation/tasks', opens: ALL },
  { page: '/rotation/tasks/[id]', at: ({ task }) => `/rotation/tasks/${task}`, opens: LEADS },
  { page: '/rotation/tasks/new', opens: LEADS },
  { page: '/rotation/team', opens: LEADS },
  { page: '/rotation/week', opens: LEADS },
  { page: '/rotation/weights', opens: LEADS },
  { page: '/rotation/wishes', opens: ALL },
  { page: '/settings', opens: ALL },
  { page: '/settings/audit', opens: ['hr', 'admin'] },
  { page: '/settings/calendar', opens: HR },
  { page: '/settings/search', opens: HR },
  { page: '/settings/security', opens: ALL },
  { page: '/settings/tokens', opens: ALL },
  { page: '/training', opens: ALL },
  { page: '/training/[slug]', at: () => `/training/${SLUG}`, opens: ALL },
  { page: '/training/[slug]/lesson', at: () => `/training/${SLUG}/lesson?at=1`, opens: ALL },
  // One's own last attempt; only one of them has tried.
  { page: '/training/[slug]/quiz', at: () => `/training/${SLUG}/quiz`, opens: ['content'] },
  { page: '/training/centre', opens: HR },
  { page: '/training/centre/[slug]', at: () => `/training/centre/${SLUG}`, opens: HR },
  { page: '/training/centre/import', opens: HR },
  { page: '/training/centre/new', opens: HR },
  { page: '/training/centre/numbers', opens: HR },
  { page: '/training/mine', opens: ALL },
  {
    page: '/training/people/[id]',
    at: ({ operator }) => `/training/people/${operator}`,
    opens: ['operator', 'mentor', ...OVER],
  },
  { page: '/training/sessions/[id]', at: ({ session }) => `/training/sessions/${session}`, opens: HR },
  { page: '/training/team', opens: LEADS },
  { page: '/workplace', opens: ALL },
  { page: '/workplace/actions', opens: ALL },
  { page: '/workplace/drafts/[slug]', at: () => `/workplace/drafts/${DRAFT}`, opens: HR },
  { page: '/workplace/instruments', opens: SITE },
  { page: '/workplace/labels/[site]', at: () => '/workplace/labels/kyiv', opens: SITE },
  { page: '/workplace/map/[site]', at: () => '/workplace/map/kyiv', opens: KYIV },
  { page: '/workplace/measure', opens: ALL },
  { page: '/workplace/norms', opens: ALL },
  { page: '/workplace/plan/[site]', at: () => '/workplace/plan/kyiv', opens: SITE },
  { page: '/workplace/preview/[slug]', at: () => `/workplace/preview/${DRAFT}`, opens: HR },
  {
    page: '/workplace/question/[slug]',
    at: ({ question }) => `/workplace/question/${DRAFT}?id=${question}`,
    opens: HR,
  },
  { page: '/workplace/rounds', opens: ALL },
  { page: '/workplace/rounds/[id]', at: ({ round }) => `/workplace/rounds/${round}`, opens: OVER },
  { page: '/workplace/safety', opens: ALL },
  { page: '/workplace/seating/[site]', at: () => '/workplace/seating/kyiv', opens: OVER },
  {
    page: '/workplace/seats/[id]',
    at: ({ seat }) => `/workplace/seats/${seat}`,
    opens: ['operator', ...OVER],
  },
  { page: '/workplace/sensors', opens: SITE },
  { page: '/workplace/sensors/[id]', at: ({ sensor }) => `/workplace/sensors/${sensor}`, opens: SITE },
  { page: '/workplace/sourcing', opens: SITE },
  { page: '/workplace/tea', opens: SITE },
  { page: '/workplace/templates', opens: ALL },
  { page: '/workplace/templates/[slug]', at: () => `/workplace/templates/${DRAFT}`, opens: ALL },
]

/** What is there for whoever has the address, signed in or not; the door itself shows no door to those who are inside. */
export const PUBLIC: { page: string; at?: (things: Things) => string; status: number; inside?: number }[] = [
  { page: '/answer', status: 200 },
  { page: '/api/docs', status: 200 },
  { page: '/offline', status: 200 },
  { page: '/recognition/screen/[token]', at: () => '/recognition/screen/guessed', status: 404 },
  // Somebody can sign in already.
  { page: '/set-up', status: 404 },
  { page: '/sign-in', status: 200, inside: 307 },
  { page: '/verify', status: 200 },
  { page: '/verify/[code]', at: ({ certificate }) => `/verify/${certificate}`, status: 200 },
]
