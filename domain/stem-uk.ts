/** Paradigms that no rule joins: the vowel or the whole root changes. */
const ROOTS: readonly (readonly [root: string, forms: string])[] = [
  ['день', 'день дня дню днем дні днів дням днями днях'],
  ['рік', 'рік року рокові роком роки років рокам роками роках році'],
  ['тиждень', 'тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях'],
  ['ніч', 'ніч ночі ніччю ночей ночам ночами ночах'],
  ['час', 'час часу часом часи часів часам часами часах часі'],
  ['людина', 'людина людини людині людину людиною люди людей людям людьми людях'],
  ['дитина', 'дитина дитини дитині дитину дитиною діти дітей дітям дітьми дітях'],
  ['стіл', 'стіл стола столу столом столі столи столів столам столами столах'],
  ['двері', 'двері дверей дверям дверима дверях'],
  ['око', 'око ока оку оком очі очей очам очима очах'],
  ['чай', 'чай чаю чаєм чаї чаїв'],
  ['йти', 'іти йти йду йде йдуть ідуть іду іде йшов йшла йшли'],
  ['гроші', 'гроші грошей грошам грошима грошах'],
  ['кращий', 'кращий краща краще кращі кращого кращої кращу кращих найкращий найкраща найкраще найкращі'],
  ['їсти', 'їсти їм їсть їдять їв їла їли'],
  ['кава', 'кава кави каві каву кавою'],
  ['шум', 'шум шуму шумом шумі шуми шумно шумний шумна шумні шумить'],
  ['тепло', 'тепло теплий тепла теплі тепліше'],
]

const IRREGULAR = new Map(
  ROOTS.flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const)),
)

// Longest first; of nouns, adjectives and verbs together, since a stemmer cannot know which it has.
const ENDINGS = `
  уватимемо юватимемо уватимуть юватимуть уватиметься юватиметься
  овуються ьовуються овуємо ьовуємо овувати ьовувати овувала овували овував овується овують овує
  уваннями юваннями уваннях юваннях уванням юванням ованими ованого ованому ованих уватися юватися уваного юваного уваними
  ювання ювань ювати ювала ювали ював юється юються юємо ують юють ується уються уємо увати увала ували ував увань ування ювання
  ованою ована оване овані овану ований еністю ності ністю ність
  ення енню енням еннями еннях ень ання анню анням аннями аннях ань іння інню інням іннях інь яння янню янням
  ені ений ена ене еного еному еною ених еними ану аний ана ане ані аного аному аною аних аними
  ість істю ості остей остям остями остях
  ськими ського ському ською ських ський ська ське ські ську
  ьованими ьований ьована ьоване ьовані
  атиме атимемо атимуть итиме итимуть ятиме ятимуть
  іх ього ьому ьої ьою юю ую амо ямо айте яйте ай яй уйте юйте уй юй
  ями ами ові еві єві ого ому ими іми ій їй ої ою єю ею ією їх их ім їм им ах ях ам ям ом ем єм ів їв ей ий
  ають яють уть ють ать ять аємо яємо емо имо їмо ите їте ете єте ає яє ує ює ала яла ила іла али яли или іли ало яло ило
  ав яв ив ів ати яти ити іти їти ути
  а я о е є у ю і ї и ь й`
  .split(/\s+/)
  .filter(Boolean)
  .sort((one, other) => other.length - one.length)

const VOWEL = /[аеєиіїоуюя]/

/** к and ч and ц, г and ж and з, х and ш and с are one sound before different endings: рука, руці, ручний. */
const SOFTENED: Record<string, string> = { ч: 'к', ц: 'к', щ: 'к', ж: 'г', з: 'г', ш: 'х', с: 'х' }

const withoutEnding = (word: string): string => {
  for (const ending of ENDINGS) {
    const stem = word.slice(0, word.length - ending.length)
    if (stem.length >= 3 && word.endsWith(ending) && VOWEL.test(stem)) return stem
  }
  return word
}

/** дзвінок, дзвінка; крісло, крісел; стілець, стільця: the vowel of the last closed syllable comes and goes, so it is left out. */
const withoutFleetingVowel = (stem: string): string =>
  stem.length > 3 ? stem.replace(/(?<=[^аеєиіїоуюя])[оеєі](?=[^аеєиіїоуюяьй]$)/, '') : stem

const hardened = (stem: string): string => {
  const last = stem.at(-1) ?? ''
  return stem.slice(0, -1) + (SOFTENED[last] ?? last)
}

/**
 * A small Ukrainian stemmer: takes reflexive particles and endings off and evens out what alternates at the end of a root. Its
 * results are keys for search, not words; what matters is that the forms of one word share one.
 */
export function stemUkrainian(word: string): string {
  const known = IRREGULAR.get(word)
  if (known || word.length < 4) return known ?? word
  const plain = word.replace(/(?<=.{3})(?:ся|сь)$/, '')
  const soft = withoutEnding(plain)
    .replace(/[ьйʼ]+$/, '')
    .replace(/(.)\1$/, '$1')
  return hardened(withoutFleetingVowel(soft.replaceAll('ь', '')))
}
