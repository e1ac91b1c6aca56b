import type { AnyColumn } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Text } from '#domain/text'

/** `{uk, en}` with Ukrainian required; the domain `localized` in Postgres refuses anything else. */
export const localizedText = customType<{ data: Text; driverData: unknown }>({
  dataType: () => 'localized',
  toDriver: (value) => JSON.stringify(value),
})

export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' })
export const timeRange = customType<{ data: string }>({ dataType: () => 'tstzrange' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Whose, of which, by whom: the id of a row that must be there. */
export const idOf = (name: string, row: () => AnyPgColumn) => uuid(name).notNull().references(row)

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** A text without the blanks around it, of every kind that JavaScript's `trim` takes: twenty line breaks are not twenty characters. */
export const trimmed = (column: AnyColumn) =>
  sql`btrim(${column}, U&' \\0009\\000a\\000b\\000c\\000d\\00a0\\2002\\2003\\2009\\2028\\2029\\202f\\3000\\feff')`
