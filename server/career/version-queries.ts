import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { ladderVersions } from '#db/schema/ladders'
import { conflict, notFound } from '#domain/refused'

/** Locks a version against everybody who edits or publishes it. */
export async function lockVersion(tx: Tx, versionId: string) {
  const [version] = await tx
    .select()
    .from(ladderVersions)
    .where(eq(ladderVersions.id, versionId))
    .for('update')
  if (!version) throw notFound()
  return version
}

export async function lockDraft(tx: Tx, versionId: string) {
  const version = await lockVersion(tx, versionId)
  if (version.state !== 'draft') throw conflict('notADraft')
  return version
}

/** Counts an edit, so that whoever publishes an older reading of the draft hears of it. */
export async function countEdit(tx: Tx, versionId: string): Promise<number> {
  const [row] = await tx
    .update(ladderVersions)
    .set({ edits: sql`${ladderVersions.edits} + 1` })
    .where(eq(ladderVersions.id, versionId))
    .returning({ edits: ladderVersions.edits })
  return row?.edits ?? 0
}

/** A draft belongs to whoever writes ladders, everywhere. */
export const ofDraft = (version: Awaited<ReturnType<typeof lockDraft>>) => ({ siteId: null, version })
