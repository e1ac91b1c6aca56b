'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import { drawSmall } from '#components/ui/shrink-picture'

/** `label` says what is to be photographed. */
type Props = { label: string; take: (photo: Blob) => void }

/** Takes a photo with the camera of this device: drawn from the picture itself, it never had a place or a time in it. */
export function Camera({ label, take }: Props) {
  const words = useTranslations('ui.browser.camera')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="camera"
        aria-label={words('openNamed', { label })}
        onClick={() => setOpen(true)}
      >
        {words('open')}
      </Button>
      {open && <Viewfinder label={label} take={take} close={() => setOpen(false)} />}
    </>
  )
}

const WANTED = { video: { facingMode: { ideal: 'environment' }, width: { ideal: 1600 } } }

const openCamera = async (): Promise<MediaStream | 'denied' | 'none'> => {
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED)
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none'
  }
}

function Viewfinder({ label, take, close }: Props & { close: () => void }) {
  const words = useTranslations('ui.browser.camera')
  const dialog = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'waiting' | 'ready' | 'denied' | 'none'>('waiting')

  useEffect(() => {
    let left = false
    dialog.current?.showModal()
    const opening = openCamera()
    void opening.then(async (found) => {
      if (left) return
      if (typeof found === 'string') return setState(found)
      if (video.current) video.current.srcObject = found
      await video.current?.play().catch(() => undefined)
      setState('ready')
    })
    return () => {
      left = true
      void opening.then((found) => {
        if (typeof found !== 'string') for (const track of found.getTracks()) track.stop()
      })
    }
  }, [])

  const shoot = async () => {
    const { current: seen } = video
    const photo = seen && (await drawSmall(seen, seen.videoWidth, seen.videoHeight))
    // Closed by itself it gives the focus back to where it was.
    dialog.current?.close()
    if (photo) take(photo)
  }
  return (
    <dialog ref={dialog} className="float dialog" aria-label={label} onClose={close}>
      <div className="grid gap-4">
        <p className="font-semibold">{label}</p>
        {(state === 'waiting' || state === 'ready') && (
          <video ref={video} muted playsInline className="w-full rounded bg-sunken" />
        )}
        {state !== 'ready' && <p role="status">{words(state)}</p>}
        <p className="flex flex-wrap gap-3">
          {(state === 'waiting' || state === 'ready') && (
            <Button
              variant="primary"
              icon="camera"
              disabled={state === 'waiting'}
              onClick={() => void shoot()}
            >
              {words('shoot')}
            </Button>
          )}
          <Button onClick={() => dialog.current?.close()}>{words('close')}</Button>
        </p>
      </div>
    </dialog>
  )
}
