'use server'

import { formAction } from '#app/_next/forms'
import { demandFromPast } from '#server/rotation/demand-from-past'
import { forecastDay } from '#server/rotation/forecast-day'
import { layDemand } from '#server/rotation/lay-demand'

export const layDemandAction = formAction(layDemand, { said: 'demandSet' })
export const forecastDayAction = formAction(forecastDay, { said: 'demandCounted' })
export const demandFromPastAction = formAction(demandFromPast, { said: 'demandSet' })
