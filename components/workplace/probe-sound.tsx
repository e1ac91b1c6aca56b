import type { Numbers } from '#components/workplace/probe-computer'
import { clippedOf, dbfsOf } from '#domain/measures'

const WINDOW = 32_768
const LISTEN_MS = 5000

/** No headset, no consent, or a browser that cannot: each has words of its own. */
export type SoundRefusal = 'none' | 'denied' | 'unable'

export const refusalOf = (error: unknown): SoundRefusal => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotFoundError') return 'none'
  return name === 'NotAllowedError' ? 'denied' : 'unable'
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

export type Ear = { listen: () => Promise<{ level: number; clipped: number }>; close: () => void }

/**
 * A microphone as it is: with the browser's own cleaning switched off, which would hide 12 dB. Only numbers are made of what it
 * hears; no sound is kept or sent.
 */
export async function openMicrophone(): Promise<Ear> {
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
  const stream = await navigator.mediaDevices.getUserMedia({ audio: plain })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = WINDOW
  context.createMediaStreamSource(stream).connect(analyser)
  const windowMs = (WINDOW / context.sampleRate) * 1000
  return {
    async listen() {
      const samples: number[] = []
      const part = new Float32Array(WINDOW)
      for (let heard = 0; heard < LISTEN_MS; heard += windowMs) {
        await wait(windowMs)
        analyser.getFloatTimeDomainData(part)
        for (const sample of part) samples.push(sample)
      }
      return { level: dbfsOf(samples), clipped: clippedOf(samples) }
    },
    close() {
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    },
  }
}

export const soundNumbers = (
  noise: { level: number },
  voice: { level: number; clipped: number },
): Numbers => ({
  mic_noise_dbfs: noise.level,
  mic_voice_dbfs: voice.level,
  mic_snr_db: Math.max(-20, voice.level - noise.level),
  mic_clipped: voice.clipped,
})

/** A quiet tone at one ear, faded in so that it startles nobody. */
export async function playTone(side: 'left' | 'right'): Promise<void> {
  const context = new AudioContext()
  const [tone, loudness, place] = [
    context.createOscillator(),
    context.createGain(),
    context.createStereoPanner(),
  ]
  tone.frequency.value = 440
  loudness.gain.setValueAtTime(0, context.currentTime)
  loudness.gain.linearRampToValueAtTime(0.15, context.currentTime + 0.6)
  loudness.gain.linearRampToValueAtTime(0, context.currentTime + 1.6)
  place.pan.value = side === 'left' ? -1 : 1
  tone.connect(loudness).connect(place).connect(context.destination)
  tone.start()
  await wait(1700)
  await context.close()
}
