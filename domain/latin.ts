const LETTERS: Record<string, string> = {
  ...Object.fromEntries(
    [...'абвгґдезиійклмнопрстуфыэё'].map((letter, at) => [
      letter,
      [...'abvhgdezyiiklmnoprstufyee'][at] ?? '',
    ]),
  ),
  є: 'ie',
  ж: 'zh',
  ї: 'i',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ю: 'iu',
  я: 'ia',
  ь: '',
  ъ: '',
  ʼ: '',
}

/** Ukrainian in Latin letters as in passports (Cabinet of Ministers, 27.01.2010 № 55), words joined by `between`. */
const latin = (text: string, between: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/['’`]/g, '')
    .replace(/зг/g, 'zgh')
    .replace(/[а-яєіїґёʼ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, between)
    .slice(0, 50)
    .replace(new RegExp(`^${between}+|${between}+$`, 'g'), '')

/** A name made of a title that none of the taken ones has: `chyste-svitlo`, then `chyste-svitlo-2`. */
export function nameFrom(title: string, taken: Iterable<string>, between: '-' | '_'): string {
  const known = new Set(taken)
  const made = latin(title, between)
  const base = /^[a-z]../.test(made) ? made : `q${between}${made || 'new'}`
  let name = base
  for (let number = 2; known.has(name); number += 1) name = `${base}${between}${number}`
  return name
}
