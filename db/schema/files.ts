import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, moment } from './columns'
import { people } from './people'

/** A picture as it is kept: made anew from what was sent, so that nothing but the picture is in it. */
export const files = pgTable(
  'files',
  {
    id: uuid().primaryKey(),
    room: text().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    width: smallint().notNull(),
    height: smallint().notNull(),
    sha256: bytes('sha256').notNull(),
    metadataStripped: boolean('metadata_stripped').notNull(),
    /** Nobody, where it belongs to a thing without an author. */
    uploadedBy: uuid('uploaded_by').references(() => people.id),
    uploadedAt: moment('uploaded_at').notNull(),
    /** When a thing took it; until then only the uploader sees it. */
    attachedAt: moment('attached_at'),
  },
  (t) => [
    check('files_room', sql`${t.room} in ('workplace', 'ideas', 'training', 'recognition', 'career')`),
    check('files_mime', sql`${t.mime} in ('image/jpeg', 'image/webp')`),
    check(
      'files_size',
      sql`${t.bytes} between 1 and 3000000 and ${t.width} between 1 and 1600 and ${t.height} between 1 and 1600`,
    ),
    check('files_sha256', sql`length(${t.sha256}) = 32`),
    check('files_stripped', sql`${t.metadataStripped}`),
    index('files_loose').on(t.uploadedBy, t.uploadedAt).where(sql`attached_at is null`),
  ],
)

/** In the database, so that one backup holds everything and every instance serves it; apart, so that lists never read it. */
export const fileContents = pgTable('file_contents', {
  fileId: uuid('file_id')
    .primaryKey()
    .references(() => files.id, { onDelete: 'cascade' }),
  content: bytes('content').notNull(),
})
