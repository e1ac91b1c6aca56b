import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { projectChannels, projectServices, projects } from '#db/schema/people'
import { AddProject } from '#domain/places'
import { command } from '#server/command'
import { slugFor } from '#server/people/locked-place-queries'

type Ways = { serviceIds: string[]; channelIds: string[] }

/** What is done for a client and by which instruments, instead of what stood there. */
export async function setWays(tx: Tx, projectId: string, { serviceIds, channelIds }: Ways): Promise<void> {
  await tx.delete(projectServices).where(eq(projectServices.projectId, projectId))
  await tx.delete(projectChannels).where(eq(projectChannels.projectId, projectId))
  const services = [...new Set(serviceIds)].map((serviceId) => ({ projectId, serviceId }))
  const channels = [...new Set(channelIds)].map((channelId) => ({ projectId, channelId }))
  if (services.length) await tx.insert(projectServices).values(services)
  if (channels.length) await tx.insert(projectChannels).values(channels)
}

/** Takes on a client. */
export const addProject = command({
  verb: 'people.addProject',
  input: AddProject,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ input, result }) => ({ kind: 'project', id: result.id, detail: { market: input.market } }),
  async run({ tx, input: { name, market, ...ways }, now, newId }) {
    const id = newId()
    const slug = await slugFor(tx, 'projects', name.en ?? name.uk)
    await tx.insert(projects).values({ id, slug, name, market, createdAt: now })
    await setWays(tx, id, ways)
    return { id }
  },
})
