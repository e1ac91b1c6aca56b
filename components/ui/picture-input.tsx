'use client'

import { useTranslations } from 'next-intl'
import type { ChangeEvent } from 'react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button'
import { Camera } from '#components/ui/camera'
import { Field } from '#components/ui/field'
import { useField } from '#components/ui/form-context'
import { shrinkPicture } from '#components/ui/shrink-picture'

type Props = {
  /** A list of ids arrives under this name. */
  name: string
  label: string
  hint?: string
  /** The room that the pictures are for, as the server names it. */
  room: 'workplace' | 'ideas' | 'training' | 'recognition' | 'career'
  most?: number
  /** Offers the camera of this device beside its files. */
  camera?: boolean
  /** The things will have no author: neither do its pictures. */
  anonymous?: boolean
}
type Picked = { key: string; url: string; name: string; state: 'sending' | 'kept' | 'refused'; why?: string }

const never = () => () => undefined

const REASONS = ['notAPicture', 'fileTooLarge', 'too-many', 'unauthenticated'] as const

const send = async (file: Blob, id: string, room: string, anonymous: boolean): Promise<Partial<Picked>> => {
  const form = new FormData()
  form.set('room', room)
  if (anonymous) form.set('anonymous', 'true')
  else form.set('id', id)
  const drawn = await shrinkPicture(file)
  if (!drawn) return { state: 'refused', why: 'undrawable' }
  form.set('file', drawn, 'picture')
  try {
    const response = await fetch('/api/files', { method: 'POST', body: form })
    const answer = (await response.json()) as { fileId?: string; code?: string }
    if (answer.fileId) return { key: answer.fileId, state: 'kept' }
    return { state: 'refused', why: REASONS.find((one) => one === answer.code) ?? 'failed' }
  } catch {
    return { state: 'refused', why: 'failed' }
  }
}

/** Pictures for a thing: shown at once, made small in the browser, sent while the rest is filled in. Needs JavaScript. */
export function PictureInput({
  name,
  label,
  hint,
  room,
  most = 3,
  camera = false,
  anonymous = false,
}: Props) {
  const words = useTranslations('ui.browser.picture')
  const { id, error, emptied } = useField(name)
  const [kept, setKept] = useState<{ picked: Picked[]; emptied: number }>({ picked: [], emptied })
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const input = useRef<HTMLInputElement>(null)
  const picked = kept.emptied === emptied ? kept.picked : []
  const change = (update: (before: Picked[]) => Picked[]) =>
    setKept((before) => ({ picked: update(before.emptied === emptied ? before.picked : []), emptied }))

  const addOne = (file: Blob, called: string) => {
    const key = crypto.randomUUID()
    const fresh: Picked = { key, url: URL.createObjectURL(file), name: called, state: 'sending' }
    change((before) => [...before, fresh])
    void send(file, key, room, anonymous).then((outcome) =>
      change((before) => before.map((one) => (one.key === key ? { ...one, ...outcome } : one))),
    )
  }
  const add = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(currentTarget.files ?? [])].slice(0, most - picked.length)
    currentTarget.value = ''
    for (const file of chosen) addOne(file, file.name)
  }
  const sending = picked.some((one) => one.state === 'sending')
  const waiting = words('waiting')
  useEffect(() => {
    // A form that is sent before its picture would lose it.
    input.current?.setCustomValidity(sending ? waiting : '')
  }, [sending, waiting])
  const remove = (key: string) => change((before) => before.filter((one) => one.key !== key))

  if (!ready) return null
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/*"
        multiple={most > 1}
        className="control"
        onChange={add}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {camera && picked.length < most && (
        <p className="mt-2">
          <Camera label={label} take={(photo) => addOne(photo, label)} />
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-3" aria-live="polite">
        {picked.map((one) => (
          <li key={one.url} className="grid w-32 gap-1 text-small">
            {/* biome-ignore lint/performance/noImgElement: a picture that is still in this browser alone */}
            <img
              src={one.url}
              alt={words('shown', { name: one.name })}
              className="h-24 w-32 rounded object-cover"
            />
            <span className={one.state === 'refused' ? 'text-bad' : 'text-soft'}>
              {one.state === 'refused' ? words(`refused.${one.why as 'failed'}`) : words(one.state)}
            </span>
            <Button
              size="small"
              variant="plain"
              aria-label={words('removeNamed', { name: one.name })}
              onClick={() => remove(one.key)}
            >
              {words('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {picked
        .filter((one) => one.state === 'kept')
        .map((one, index) => (
          <input key={one.key} type="hidden" name={`${name}[${index}]`} value={one.key} />
        ))}
    </Field>
  )
}
