import { useState } from 'react'

/** Copies a text and says how it went: a page that came over plain http, or a person who said no, has no clipboard. */
export function useCopied() {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }

  return [outcome, copy] as const
}
