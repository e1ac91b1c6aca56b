'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useSyncExternalStore } from 'react'
import { Disclosure } from '#components/ui/disclosure'

const STORED = 'sviato.ideas.keys'
const CHANGED = 'ideas:keys'

const find = <Found extends HTMLElement>(selector: string, within: ParentNode = document): Found | null =>
  within.querySelector<Found>(selector)

const titles = () => [...document.querySelectorAll<HTMLElement>('main li.idea a[data-title]')]

const step = (by: 1 | -1) => {
  const all = titles()
  const at = all.indexOf(document.activeElement?.closest('li')?.querySelector('a[data-title]') as HTMLElement)
  all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus()
}

const inRow = () => document.activeElement?.closest<HTMLElement>('main li.idea') ?? null

type Act = { name: string; shown: string; codes: readonly string[]; shift?: true; run: () => void }

// By the place on the keyboard and not by the letter: a Ukrainian layout has other letters there.
const LIST = [
  { name: 'next', shown: 'J', codes: ['KeyJ', 'ArrowDown'], run: () => step(1) },
  { name: 'previous', shown: 'K', codes: ['KeyK', 'ArrowUp'], run: () => step(-1) },
  {
    name: 'support',
    shown: 'S',
    codes: ['KeyS'],
    run: () => find('button[name=support]', inRow() ?? new DocumentFragment())?.click(),
  },
  { name: 'open', shown: 'Enter', codes: [], run: () => undefined },
  { name: 'search', shown: '/', codes: ['Slash'], run: () => find('main input[name=search]')?.focus() },
  { name: 'write', shown: 'N', codes: ['KeyN'], run: () => find('main a[href="/ideas/new"]')?.click() },
] as const satisfies readonly Act[]

const IDEA = [
  { name: 'support', shown: 'S', codes: ['KeyS'], run: () => find('main button[name=support]')?.click() },
  {
    name: 'comment',
    shown: 'C',
    codes: ['KeyC'],
    run: () => find('section[aria-labelledby=comment] textarea')?.focus(),
  },
  {
    name: 'answer',
    shown: 'A',
    codes: ['KeyA'],
    run: () => find('section[aria-labelledby=answer] textarea')?.focus(),
  },
  {
    name: 'follow',
    shown: 'F',
    codes: ['KeyF'],
    run: () => find('main form:has(input[name=follow]) button')?.click(),
  },
  { name: 'back', shown: 'U', codes: ['KeyU'], run: () => find('main nav a[href="/ideas"]')?.click() },
] as const satisfies readonly Act[]

const ACTS = {
  list: LIST,
  queue: LIST.filter(({ name }) => name === 'next' || name === 'previous' || name === 'open'),
  idea: IDEA,
} as const satisfies Record<string, readonly Act[]>

const HELP = 'Slash'

const subscribe = (changed: () => void) => {
  addEventListener('storage', changed)
  addEventListener(CHANGED, changed)
  return () => {
    removeEventListener('storage', changed)
    removeEventListener(CHANGED, changed)
  }
}
const readStored = () => localStorage.getItem(STORED) !== 'off'

/** Typing is never taken for a command, nor is a key that belongs to an open list, a menu or a window. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [popover]') !==
    null

const showHelp = () => {
  const help = find<HTMLDetailsElement>('[data-keys] details')
  if (help) help.open = true
  find('[data-keys] summary')?.focus()
}

/** What a key means; nothing where it is typed, belongs to the browser, or is an arrow while nobody is in the list. */
const runOf = (event: KeyboardEvent, acts: readonly Act[]) => {
  const own = !(event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented)
  if (!own || isTyping(event.target)) return undefined
  if (event.shiftKey) return event.code === HELP ? showHelp : undefined
  if (event.code.startsWith('Arrow') && !inRow()) return undefined
  return acts.find(({ codes }) => codes.includes(event.code))?.run
}

/** What can be done by one key here: a list to read, a switch to turn it off (WCAG 2.1.4), and the keys themselves. */
export default function KeyList({ page }: { page: keyof typeof ACTS }) {
  const words = useTranslations('ideas.browser.keys')
  const on = useSyncExternalStore<boolean | null>(subscribe, readStored, () => null)
  const acts: readonly Act[] = ACTS[page]

  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const run = runOf(event, acts)
      if (!run) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [on, acts])

  if (on === null) return null
  const turn = () => {
    localStorage.setItem(STORED, on ? 'off' : 'on')
    dispatchEvent(new Event(CHANGED))
  }
  return (
    <div data-keys className="no-print mt-8 text-small text-soft">
      <Disclosure summary={words('title')}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {acts.map(({ name, shown }) => (
            <div key={name} className="contents">
              <dt>
                <kbd className="key">{shown}</kbd>
              </dt>
              <dd>{words(name as 'next')}</dd>
            </div>
          ))}
          <dt>
            <kbd className="key">?</kbd>
          </dt>
          <dd>{words('help')}</dd>
        </dl>
        <label className="choice mt-3">
          <input type="checkbox" checked={on} onChange={turn} />
          <span>{words('on')}</span>
        </label>
      </Disclosure>
    </div>
  )
}
