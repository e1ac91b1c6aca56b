type Props = { src: string; alt: string; className?: string }

/** A picture of the portal's own store. It was made small when it was kept, and the optimiser would ask for it without a session. */
export function KeptPicture({ src, alt, className }: Props) {
  // biome-ignore lint/performance/noImgElement: as said above; the one place where a kept picture is drawn
  return <img src={src} alt={alt} loading="lazy" className={className} />
}
