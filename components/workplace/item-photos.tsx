'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button'
import { Camera } from '#components/ui/camera'
import { Icon } from '#components/ui/icon'
import { Notice } from '#components/ui/notice'
import { Photos } from '#components/ui/photos'
import { shrinkPicture } from '#components/ui/shrink-picture'
import type { QueuedPhoto } from '#components/workplace/round-store'

type Props = {
  /** What the question asks. */
  title: string
  ready: boolean
  asked: boolean
  /** Ids of those that the server has. */
  kept: readonly string[]
  photos: readonly QueuedPhoto[]
  photograph: (blob: Blob) => void
  unphotograph: (id: string) => void
}

/** The photos of one question: those that are kept, those that still wait on this device, and two ways to add one. */
export function ItemPhotos({ title, ready, asked, kept, photos, photograph, unphotograph }: Props) {
  const words = useTranslations('workplace.sheet')
  const [isUndrawable, setUndrawable] = useState(false)
  const choose = async (file: File) => {
    const drawn = await shrinkPicture(file)
    setUndrawable(!drawn)
    if (drawn) photograph(drawn)
  }
  return (
    <>
      {asked && <Notice tone="warn">{words('photoAsked')}</Notice>}
      <Photos ids={kept} label={(number) => words('photo', { number, title })} />
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {photos.map((photo, index) => (
            <li key={photo.id} className="grid w-28 gap-1 text-small">
              <Waiting blob={photo.blob} label={words('photo', { number: kept.length + index + 1, title })} />
              <span className={photo.refused ? 'text-bad' : 'text-soft'}>
                {words(photo.refused ? 'photoRefused' : 'photoWaits')}
              </span>
              <Button size="small" variant="plain" onClick={() => unphotograph(photo.id)}>
                {words('photoRemove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isUndrawable && (
        <p className="field-error" role="status">
          <Icon name="notice" size={16} className="mt-0.5" />
          {words('photoUndrawable')}
        </p>
      )}
      {ready && (
        <div className="flex flex-wrap gap-2">
          <Camera label={title} take={photograph} />
          <label className="button focus-within:outline-2" data-variant="quiet" data-size="small">
            <Icon name="add" size={16} />
            {words('photoAdd')}
            <input
              type="file"
              accept="image/*"
              className="sr-only"
              aria-label={words('photoAddNamed', { title })}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                currentTarget.value = ''
                if (file) void choose(file)
              }}
            />
          </label>
        </div>
      )}
    </>
  )
}

function Waiting({ blob, label }: { blob: Blob; label: string }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  // biome-ignore lint/performance/noImgElement: a picture that is on this device alone
  return url ? <img src={url} alt={label} className="h-20 w-28 rounded object-cover" /> : null
}
