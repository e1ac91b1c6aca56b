import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, moment } from './columns'
import { people } from './people'

/**
 * A picture as it is kept, made anew from what was sent, so that nothing but the picture is in it; or a document as it was sent, with a
 * name, which is never shown but handed out.
 */
export const files = pgTable(
  'files',
  {
    id: uuid().primaryKey(),
    room: text().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    width: smallint(),
    height: smallint(),
    /** Of a document alone. */
    name: text(),
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
    check(
      'files_mime',
      sql`case when ${t.name} is null then ${t.mime} in ('image/jpeg', 'image/webp') else ${t.mime} in ('application/pdf', 'text/plain',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
        'application/vnd.oasis.opendocument.presentation') end`,
    ),
    check(
      'files_size',
      sql`case when ${t.name} is null then ${t.bytes} between 1 and 3000000 and coalesce(${t.width}, 0) between 1 and 1600
          and coalesce(${t.height}, 0) between 1 and 1600
        else ${t.bytes} between 1 and 10485760 and num_nonnulls(${t.width}, ${t.height}) = 0 end`,
    ),
    check('files_sha256', sql`length(${t.sha256}) = 32`),
    check('files_stripped', sql`${t.metadataStripped} = (${t.name} is null)`),
    check('files_signed', sql`${t.name} is null or num_nonnulls(${t.uploadedBy}, ${t.attachedAt}) > 0`),
    check('files_name', sql`char_length(${t.name}) between 1 and 120 and ${t.name} !~ '[/\\\\[:cntrl:]]'`),
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
