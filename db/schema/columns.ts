import { customType, timestamp } from 'drizzle-orm/pg-core'
import type { Text } from '#domain/text'

/** `{uk, en}` with Ukrainian required; the domain `localized` in Postgres refuses anything else. */
export const localizedText = customType<{ data: Text; driverData: unknown }>({
  dataType: () => 'localized',
  toDriver: (value) => JSON.stringify(value),
})

export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' })
export const timeRange = customType<{ data: string }>({ dataType: () => 'tstzrange' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })
