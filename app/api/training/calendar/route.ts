import { calendarFeed } from '#app/_next/calendar-feed'

export const dynamic = 'force-dynamic'

/** The secret is a parameter, since the log keeps paths and no parameters. */
export const GET = calendarFeed
