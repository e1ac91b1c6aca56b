import type { z } from 'zod'

const kept = globalThis as typeof globalThis & { sviatoLooksAtAnswers?: boolean }

/**
 * The door of programs parses what it hands out; pages are handed it as it is. So that neither is told what a verb does not document,
 * tests set `sviatoLooksAtAnswers`, and every answer is looked at. @throws Error
 */
export function lookAtAnswer(verb: string, output: z.ZodType, answer: unknown): void {
  if (!kept.sviatoLooksAtAnswers) return
  const { error } = output.safeParse(answer)
  if (error) throw new Error(`${verb} answers what its output does not document: ${error.message}`)
}
