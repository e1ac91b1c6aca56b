import { notFound } from 'next/navigation'
import { Refused } from '#domain/refused'

/** What may not be seen does not exist: a refused read is the page "not found", in the title too. */
export async function seen<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refused) notFound()
    throw error
  }
}
