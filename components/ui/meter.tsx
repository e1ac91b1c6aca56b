type Props = {
  label: string
  value: number
  max: number
  text: string
  tone?: 'accent' | 'good' | 'warn' | 'bad'
}

/** How much of a whole; the words say the same as the bar. */
export function Meter({ label, value, max, text, tone = 'accent' }: Props) {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className="grid gap-1.5">
      <p className="flex justify-between gap-4 text-small">
        <span>{label}</span>
        <span className="text-soft">{text}</span>
      </p>
      <meter className="sr-only" aria-label={label} value={value} min={0} max={max} aria-valuetext={text}>
        {text}
      </meter>
      <svg className="meter" aria-hidden>
        <rect
          className="meter-bar"
          data-tone={tone}
          width={`${(part * 100).toFixed(1)}%`}
          height="100%"
          rx="5"
        />
      </svg>
    </div>
  )
}
