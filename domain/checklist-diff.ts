import type { KeptSection } from '#domain/checklist-item'
import type { Text } from '#domain/text'

export type ChecklistChange = { key: string; title: Text; change: 'added' | 'removed' | 'changed' }

const flat = (sections: readonly KeptSection[]) =>
  new Map(
    sections.flatMap((section) =>
      section.items.map((item) => [item.key, { item, said: JSON.stringify([section.key, item]) }] as const),
    ),
  )

/** Which questions a version asks anew, no longer or otherwise than the one before it. */
export function changesOf(before: readonly KeptSection[], after: readonly KeptSection[]): ChecklistChange[] {
  const [old, now] = [flat(before), flat(after)]
  const changed = [...now].flatMap(([key, { item, said }]): ChecklistChange[] => {
    const known = old.get(key)
    if (known?.said === said) return []
    return [{ key, title: item.title, change: known ? 'changed' : 'added' }]
  })
  const removed = [...old].flatMap(([key, { item }]): ChecklistChange[] =>
    now.has(key) ? [] : [{ key, title: item.title, change: 'removed' }],
  )
  return [...changed, ...removed]
}
