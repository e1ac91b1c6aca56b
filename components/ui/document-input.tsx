'use client'

import { useTranslations } from 'next-intl'
import type { ChangeEvent } from 'react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { useField } from '#components/ui/form-context'

type Props = {
  /** A list of ids arrives under this name. */
  name: string
  label: string
  hint: string
  room: 'ideas'
  accept: string
  most?: number
  /** The field of the form, and its value, with which documents are sent at all. */
  onlyWith: readonly [name: string, value: string]
}
type Chosen = { key: string; file: File; id?: string; why?: string }

const never = () => () => undefined
const REASONS = ['notADocument', 'fileTooLarge', 'too-many', 'unauthenticated'] as const

const send = async (chosen: Chosen, room: string): Promise<Chosen> => {
  if (chosen.id) return chosen
  const form = new FormData()
  form.set('kind', 'document')
  form.set('room', room)
  form.set('file', chosen.file, chosen.file.name)
  try {
    const answer = await fetch('/api/files', { method: 'POST', body: form })
    const { fileId, code } = (await answer.json()) as { fileId?: string; code?: string }
    if (fileId) return { ...chosen, id: fileId, why: undefined }
    return { ...chosen, why: REASONS.find((one) => one === code) ?? 'failed' }
  } catch {
    return { ...chosen, why: 'failed' }
  }
}

/**
 * Documents for a thing. They leave the device only with the form, and only where the form names its author: a document carries names
 * inside, and one that was sent ahead would say who had been writing.
 */
export function DocumentInput({ name, label, hint, room, accept, most = 3, onlyWith }: Props) {
  const words = useTranslations('ui.browser.document')
  const { id, error, emptied } = useField(name)
  const [kept, setKept] = useState<{ chosen: Chosen[]; emptied: number }>({ chosen: [], emptied })
  const [open, setOpen] = useState(true)
  const [sending, setSending] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const chosen = kept.emptied === emptied ? kept.chosen : []
  const [field, value] = onlyWith
  const waiting = open && chosen.some((one) => !one.id)
  const change = (all: Chosen[]) => setKept({ chosen: all, emptied })

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const look = () => setOpen(new FormData(form).get(field) === value)
    const hold = (event: SubmitEvent) => {
      if (!waiting) return
      event.preventDefault()
      event.stopPropagation()
      if (sending) return
      setSending(true)
      void Promise.all(chosen.map((one) => send(one, room))).then((all) => {
        flushSync(() => {
          setKept({ chosen: all, emptied })
          setSending(false)
        })
        if (all.every((one) => one.id)) form.requestSubmit(event.submitter)
      })
    }
    look()
    form.addEventListener('change', look)
    form.addEventListener('submit', hold, true)
    return () => {
      form.removeEventListener('change', look)
      form.removeEventListener('submit', hold, true)
    }
  }, [field, value, waiting, sending, chosen, room, emptied])

  const add = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const fresh = [...(currentTarget.files ?? [])].map((file) => ({ key: crypto.randomUUID(), file }))
    currentTarget.value = ''
    change([...chosen, ...fresh].slice(0, most))
  }

  if (!ready) return null
  return (
    <div ref={place} hidden={!open}>
      <Field id={id} label={label} hint={hint} error={error}>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={most > 1}
          className="control"
          onChange={add}
          aria-describedby={`${id}-hint`}
        />
        <ul className="mt-2 grid gap-2" aria-live="polite">
          {chosen.map((one) => (
            <li key={one.key} className="flex flex-wrap items-center gap-x-3">
              <span className="break-all">{one.file.name}</span>
              {sending && !one.id && <span className="text-small text-soft">{words('sending')}</span>}
              {one.why && (
                <span className="text-small text-bad">{words(`refused.${one.why as 'failed'}`)}</span>
              )}
              <Button
                size="small"
                variant="plain"
                aria-label={words('removeNamed', { name: one.file.name })}
                onClick={() => change(chosen.filter(({ key }) => key !== one.key))}
              >
                {words('remove')}
              </Button>
            </li>
          ))}
        </ul>
      </Field>
      {open &&
        chosen.map((one, index) =>
          one.id ? <input key={one.key} type="hidden" name={`${name}[${index}]`} value={one.id} /> : null,
        )}
    </div>
  )
}
