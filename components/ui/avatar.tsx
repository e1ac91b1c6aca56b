type Props = { id: string; name: string; size?: 'small' | 'normal' | 'large' }

/** Initials on a hue that follows the person everywhere; the name always stands beside it. */
export function Avatar({ id, name, size = 'normal' }: Props) {
  return (
    <span className={`avatar hue-${hueOf(id)}`} data-size={size} aria-hidden>
      {initials(name)}
    </span>
  )
}

export function hueOf(id: string) {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % 10
}

function initials(name: string) {
  const words = name.split(/\s+/).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('uk') ?? '').join('')
}
