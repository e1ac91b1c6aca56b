import { systemActor } from '#domain/access'
import { escalateIdeas } from '#server/ideas/escalate'

/** Mornings, before the first shift has its first break. */
export const escalateIdeasJob = {
  name: 'ideas.escalate',
  cron: '30 5 * * *',
  run: async (now: Date): Promise<void> => void (await escalateIdeas(systemActor(), {}, { now })),
}
