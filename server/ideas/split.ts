import { createHash } from 'node:crypto'
import { z } from 'zod'
import { SplitIdea } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'
import { placeIdea } from '#server/ideas/store-queries'

/**
 * Makes a second thing out of an idea that says two. It has the author and the mode of the first; an anonymous author finds it
 * under the first one's code, so the second has a code that nobody knows.
 */
export const splitIdea = command({
  verb: 'ideas.split',
  input: SplitIdea,
  output: z.object({ number: z.number() }),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { part: result.number },
  }),
  async run({ tx, input, subject, now, newId, notify }) {
    const { authorMode, authorId, id: splitFrom } = subject
    if (subject.state === 'merged') throw conflict('ideas.mergedAlready')
    const unknown = createHash('sha256').update(splitFrom).update(newId()).digest()
    const codeHash = authorMode === 'anonymous' ? unknown : null
    const areaId = input.areaId ?? subject.areaId
    const part = { title: input.title, body: input.body, areaId, authorMode, authorId, codeHash, splitFrom }
    const { number, tell } = await placeIdea(tx, part, now, newId)
    const params = { number, title: input.title }
    const href = `/ideas/${number}`
    notify({ to: [tell], kind: 'idea.submitted', params, href })
    const to = (await listenersOf(tx, subject)).filter((person) => person !== tell)
    notify({ to, kind: 'idea.split', params: { ...params, from: subject.title }, href })
    return { number }
  },
})
