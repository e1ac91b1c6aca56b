const LONGEST_SIDE = 1600
const QUALITY = 0.82

/** A picture drawn anew as a small JPEG: nothing of where and when it was taken goes along. None where the browser cannot draw. */
export async function drawSmall(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<Blob | undefined> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const brush = canvas.getContext('2d')
  if (!brush) return undefined
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(source, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return drawn ?? undefined
}

/**
 * A smaller copy of a chosen photo. A file that the browser cannot draw (HEIC in most) is neither kept nor sent: its place and time
 * could not be taken out of it here.
 */
export async function shrinkPicture(file: Blob): Promise<Blob | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const drawn = await drawSmall(picture, picture.width, picture.height)
    picture.close()
    return drawn
  } catch {
    return undefined
  }
}
