/** A small number on a control; `spoken` is the whole phrase for those who hear the page. */
export function Count({ value, spoken }: { value: number; spoken: string }) {
  if (value === 0) return null
  return (
    <>
      <span className="count" aria-hidden>
        {value > 99 ? '99+' : value}
      </span>
      <span className="sr-only">{spoken}</span>
    </>
  )
}
