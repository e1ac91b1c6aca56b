import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { services } from '#db/schema/people'
import { breakRules, tasks } from '#db/schema/rotation'
import { referenceId } from '#db/seed/reference/ids'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'

/** Work inside the centre: a change of activity that builds competence. */
const INSIDE = [
  {
    slug: 'learning',
    title: { uk: 'Навчання', en: 'Learning' },
    short: { uk: 'Навч', en: 'Learn' },
    hue: 8,
    loads: { voice: 0, eyes: 2, mind: 2 },
    needs: [],
  },
  {
    slug: 'mentoring',
    title: { uk: 'Наставництво', en: 'Mentoring' },
    short: { uk: 'Наст', en: 'Mentor' },
    hue: 6,
    loads: { voice: 1, eyes: 1, mind: 2 },
    needs: [['coaching', 2] as const],
  },
]

const RULE = {
  title: { uk: '15 хвилин щонайбільше за 2 години', en: '15 minutes at least every 2 hours' },
  ...DEFAULT_RULE,
}

/** The default break rule, and the tasks that every centre has. Competences stand before it. */
export async function seedRotationReference(tx: Tx, now: Date): Promise<void> {
  await tx
    .insert(breakRules)
    .values({ id: referenceId('break-rule', 'default'), ...RULE, createdAt: now })
    .onConflictDoNothing()
  for (const { slug, title, short, hue, loads, needs } of INSIDE) {
    const serviceId = referenceId('service', slug)
    const id = referenceId('task', slug)
    await tx.insert(services).values({ id: serviceId, slug, title }).onConflictDoNothing()
    await tx
      .insert(tasks)
      .values({ id, serviceId, title, shortTitle: short, hue, ...loads, minBlockMinutes: 30, createdAt: now })
      .onConflictDoNothing()
    for (const [competence, level] of needs) {
      await tx.execute(sql`
        insert into task_needs (task_id, competence_id, level)
        select ${id}, id, ${level} from competences where slug = ${competence} on conflict do nothing`)
    }
  }
}
