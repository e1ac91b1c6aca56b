import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { customerThanks } from '#db/schema/customer-thanks'
import { notFound } from '#domain/refused'

export const lockThanks = async (tx: Tx, id: string) => {
  const [thanks] = await tx.select().from(customerThanks).where(eq(customerThanks.id, id)).for('update')
  if (!thanks) throw notFound()
  return thanks
}
