import { beforeAll, expect, test } from 'vitest'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { makeFloor } from '#db/testing/floor'
import { listTasks } from '#server/rotation/queries'
import { retireTask } from '#server/rotation/retire-task'
import { taskForm } from '#server/rotation/task-queries'
import { writeTask } from '#server/rotation/write-task'

const options = { now: new Date('2031-10-01T12:00:00Z') }
let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

const draft = (more: object = {}) => ({
  serviceId: referenceId('service', 'consulting'),
  channelId: referenceId('channel', 'sms'),
  projectId: floor.projectId,
  title: { uk: 'Консультації, SMS' },
  shortTitle: { uk: 'SMS' },
  hue: 4,
  voice: 0,
  eyes: 2,
  mind: 1,
  needs: [],
  ...more,
})

test('a task is written by those who lead a team of its project, changed, and retired; its project stays', async () => {
  const { competences } = await taskForm(floor.supervisor, {}, options)
  const needs = [{ competenceId: competences[0]?.id, level: 2 }, { level: 3 }]
  const { taskId } = await writeTask(floor.supervisor, draft({ needs }), options)
  const { task } = await taskForm(floor.head, { taskId }, options)
  expect(task).toMatchObject({ eyes: 2, needs: [{ competenceId: competences[0]?.id, level: 2 }] })
  await writeTask(floor.head, draft({ taskId, eyes: 3 }), options)
  expect((await taskForm(floor.head, { taskId }, options)).task).toMatchObject({ eyes: 3, needs: [] })
  await expect(
    writeTask(floor.supervisor, draft({ taskId, projectId: undefined, channelId: undefined }), options),
  ).rejects.toMatchObject({ reason: 'invalid' })
  await retireTask(floor.supervisor, { taskId }, options)
  await expect(taskForm(floor.head, { taskId }, options)).rejects.toMatchObject({ reason: 'not-found' })
  const { items } = await listTasks(floor.operator, { projectId: floor.projectId }, options)
  expect(items.some(({ id }) => id === taskId)).toBe(false)
  expect(items.some(({ mine }) => mine)).toBe(false)
})

test('the book begins with the reader’s own project, page after page, and its form offers no other', async () => {
  const listed: { id: string; mine: boolean; projectId: string | null }[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listTasks(floor.supervisor, { limit: 2, cursor }, options)
    listed.push(...page.items)
    cursor = page.next
  }
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
  const mine = listed.filter((task) => task.mine)
  expect(mine).toEqual(listed.slice(0, mine.length))
  expect(mine.map(({ id }) => id).sort()).toEqual([floor.voice, floor.mail, floor.expert].sort())
  expect(listed.at(-1)?.projectId).toBeNull()
  const { projects, inside: mayShape } = await taskForm(floor.supervisor, {}, options)
  expect([projects.map(({ id }) => id), mayShape]).toEqual([[floor.projectId], false])
  const inside = { taskId: listed.at(-1)?.id }
  await expect(taskForm(floor.supervisor, inside, options)).rejects.toMatchObject({ reason: 'not-found' })
})

test('service and instrument are never mixed, and nobody writes what is not theirs', async () => {
  await expect(writeTask(floor.supervisor, draft({ channelId: undefined }), options)).rejects.toMatchObject({
    fields: { channelId: { key: 'required' } },
  })
  const inside = draft({ projectId: undefined, channelId: undefined })
  await expect(writeTask(floor.supervisor, inside, options)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(writeTask(floor.operator, draft(), options)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(
    writeTask(floor.supervisor, draft({ channelId: referenceId('channel', 'voice') }), options),
  ).rejects.toMatchObject({ fault: { key: 'constraint.tasks_one' } })
})

test('a role of another kind at the site takes nothing from whoever leads a team of the project', async () => {
  const { stranger, siteId } = floor
  const safety = { role: 'safety' as const, teamId: null, siteId }
  const both = { ...stranger, grants: [safety, ...stranger.grants] }
  const { taskId } = await writeTask(
    both,
    draft({ channelId: referenceId('channel', 'messenger'), title: { uk: 'Обидві ролі' } }),
    options,
  )
  expect((await taskForm(both, { taskId }, options)).task?.title.uk).toBe('Обидві ролі')
  await retireTask(both, { taskId }, options)
})
