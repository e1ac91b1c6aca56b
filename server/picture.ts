import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { KEPT_LIMIT, LONGEST_SIDE } from '#domain/files'
import { invalid } from '#domain/refused'

/** A picture ready to be kept. */
export type Picture = { content: Buffer; mime: string; width: number; height: number; sha256: Buffer }

// By content, never by name, and only what a camera or a screen makes: a drawing program's file is a program too.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.concurrency(1)
sharp.cache(false)

/** 64 megapixels, the most of common phones; a small file can claim far more. */
const PIXELS = 64_000_000
const AT_ONCE = 2
const QUALITIES = [82, 60, 40]

let running = 0
const waiting: (() => void)[] = []

/** Two at a time: each may hold some 200 MB while it is decoded. */
const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const draw = async (bytes: Buffer): Promise<Picture> => {
  const read = sharp(bytes, { failOn: 'error', limitInputPixels: PIXELS, pages: 1, sequentialRead: true })
  const { hasAlpha } = await read.metadata()
  const fitted = read
    // Upright first: the camera says how it was held only in the metadata, which goes.
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  for (const quality of QUALITIES) {
    const encoded = hasAlpha ? fitted.clone().webp({ quality }) : fitted.clone().jpeg({ quality })
    const { data: content, info } = await encoded.toBuffer({ resolveWithObject: true })
    if (content.length > KEPT_LIMIT) continue
    const mime = hasAlpha ? 'image/webp' : 'image/jpeg'
    const sha256 = createHash('sha256').update(content).digest()
    return { content, mime, width: info.width, height: info.height, sha256 }
  }
  throw invalid('file', 'fileTooLarge')
}

/**
 * Draws a sent picture anew, upright and at most 1600 px: where and when it was taken, thumbnails and whatever else was in the
 * file are gone. @throws Refused `invalid` where it is no picture.
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  try {
    return await inTurn(() => draw(bytes))
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') throw error
    throw invalid('file', 'notAPicture')
  }
}
