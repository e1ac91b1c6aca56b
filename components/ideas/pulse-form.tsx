'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'

type Pulse = {
  id: string
  siteId: string
  teamId: string | null
  publicKey: string
}
type Stage = 'ready' | 'signing' | 'sending' | 'sent' | 'failed' | 'answered'

const SCORES = ['1', '2', '3', '4', '5'] as const
/** So long at most, in ms, an answer waits after its ticket, so that the one does not stand right behind the other. */
const LONGEST_WAIT = 6000

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const post = (path: string, body: unknown, credentials: RequestCredentials) =>
  fetch(path, {
    method: 'POST',
    credentials,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    // Whoever closes the page now has answered all the same.
    keepalive: true,
  })

/** Waits so many ms, or until the page is left. */
const pauseFor = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
    addEventListener('pagehide', () => done(), { once: true })
  })

class Answered extends Error {}

/** A token that the server has signed without seeing it (RFC 9474): the blinding never leaves this page. */
async function signedToken({ id, publicKey }: Pulse) {
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts')
  const suite = RSABSSA.SHA384.PSS.Randomized({ supportsRSARAW: false })
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('spki', toBytes(publicKey), algorithm, true, ['verify'])
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(key, message)
  const ticket = await post('/api/pulses/ticket', { pulseId: id, blinded: toText(blindedMsg) }, 'same-origin')
  if (ticket.status === 409) throw new Answered()
  if (!ticket.ok) throw new Error('no ticket')
  const { signature } = (await ticket.json()) as { signature: string }
  const whole = await suite.finalize(key, message, toBytes(signature), inv)
  return { message: toText(message), signature: toText(whole) }
}

/** A score and a comment that nobody can lead back to a person, the server itself included. */
export function PulseForm({ pulse, label }: { pulse: Pulse; label: string }) {
  const words = useTranslations('ideas.browser.pulse')
  const [stage, setStage] = useState<Stage>('ready')
  // One ticket a person: what was signed is used again when the answer itself was lost on its way.
  const token = useRef<Awaited<ReturnType<typeof signedToken>>>(undefined)

  // Before it is awake the browser would send the answer itself, with the session and in the address.
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [score, comment] = [String(data.get('score')), String(data.get('comment') ?? '')]
    try {
      setStage('signing')
      token.current ??= await signedToken(pulse)
      setStage('sending')
      const [wait = 0] = crypto.getRandomValues(new Uint16Array(1))
      await pauseFor((wait / 65_535) * LONGEST_WAIT)
      const { id: pulseId, siteId, teamId } = pulse
      const said = { pulseId, siteId, teamId, ...token.current, score: Number(score), comment }
      const answer = await post('/api/pulses/answer', said, 'omit')
      setStage(answer.ok ? 'sent' : 'failed')
    } catch (error) {
      setStage(error instanceof Answered ? 'answered' : 'failed')
    }
  }

  if (stage === 'sent') return <Notice tone="good">{words('sent')}</Notice>
  if (stage === 'answered') return <Notice tone="accent">{words('answered')}</Notice>
  const busy = stage === 'signing' || stage === 'sending'
  return (
    <form onSubmit={(event) => void send(event)} aria-label={label} className="grid gap-4">
      <fieldset className="field">
        <legend className="font-semibold">{words('score')}</legend>
        <div className="flex flex-wrap gap-x-5">
          {SCORES.map((score) => (
            <label key={score} className="choice">
              <input type="radio" name="score" value={score} required />
              <span>
                {score}
                <span className="sr-only"> {words(`scores.${score}`)}</span>
              </span>
            </label>
          ))}
        </div>
        <p className="field-note">{words('scale')}</p>
      </fieldset>
      <label className="field">
        <span className="font-semibold">{words('comment')}</span>
        <textarea name="comment" className="control" rows={3} maxLength={1000} />
      </label>
      <div role="status">
        {busy && <p>{words(stage)}</p>}
        {stage === 'failed' && <Notice tone="bad">{words('failed')}</Notice>}
      </div>
      <Button type="submit" variant="primary" className="justify-self-start" disabled={busy || !awake}>
        {words('send')}
      </Button>
      <noscript>{words('script')}</noscript>
    </form>
  )
}
