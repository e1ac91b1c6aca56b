import { sessionCalendar } from '#app/_next/training-calendar'

export const GET = sessionCalendar
