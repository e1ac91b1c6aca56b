import { systemActor } from '#domain/access'
import { layTea } from '#server/workplace/lay-tea'

/** Every hour: a plan of today begins today, wherever the site's midnight is. */
export async function brewTea(now: Date): Promise<void> {
  await layTea(systemActor(), {}, { now })
}
