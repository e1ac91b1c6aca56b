import { expect, test } from 'vitest'
import { faultsOfUse } from './check-words.mjs'
import { faultsOfCatalogue, flatten } from './words/catalogue.mjs'
import { readSource } from './words/sources.mjs'

const faultsOf = (uk: object, en: object, foreign: string[] = []) => faultsOfCatalogue({ uk, en }, foreign)

test('sound words have no fault', () => {
  const uk = {
    ideas: {
      count: '{n, plural, one {# ідея} few {# ідеї} many {# ідей} other {# ідеї}} для памʼяті',
      by: 'Подано <b>{who}</b> {at, date, short}',
      sms: 'SMS-повідомлення, чат і e-mail',
    },
  }
  const en = {
    ideas: {
      count: '{n, plural, one {# idea} other {# ideas}} to remember',
      by: 'Sent by <b>{who}</b> {at, date, short}',
      sms: "SMS, chat, e-mail: it's all here",
    },
  }
  expect(faultsOf(uk, en)).toEqual([])
})

test.each([
  ['a missing file', { a: {}, b: {} }, { a: {} }, 'en/b.json is missing'],
  ['a missing key', { a: { x: 'а', y: 'б' } }, { a: { x: 'a' } }, 'en has no a.y'],
  ['a key too many', { a: { x: 'а' } }, { a: { x: 'a', y: 'b' } }, 'uk has no a.y'],
  ['an empty text', { a: { x: ' ' } }, { a: { x: 'a' } }, 'uk a.x: is empty'],
  ['a broken message', { a: { x: 'є {n' } }, { a: { x: 'a' } }, 'uk a.x: is not ICU'],
  ['an argument of another name', { a: { x: 'є {n}' } }, { a: { x: 'a {m}' } }, 'a.x: uk takes (n: text)'],
  ['an argument of another kind', { a: { x: 'є {n, number}' } }, { a: { x: 'a {n}' } }, 'a.x: uk takes'],
  ['a lost tag', { a: { x: '<b>є</b>' } }, { a: { x: 'a' } }, 'a.x: uk takes (b: tag)'],
  [
    'another choice',
    { a: { x: '{k, select, up {є} other {ї}}' } },
    { a: { x: '{k, select, down {a} other {b}}' } },
    'a.x: uk takes',
  ],
  [
    'a plural without many',
    { a: { x: '{n, plural, one {рік} few {роки} other {року}}' } },
    { a: { x: '{n, plural, one {year} other {years}}' } },
    'uk a.x: the plural of {n} has no "many"',
  ],
  [
    'a plural without one',
    { a: { x: '{n, plural, one {рік} few {роки} many {років} other {року}}' } },
    { a: { x: '{n, plural, other {years}}' } },
    'en a.x: the plural of {n} has no "one"',
  ],
  [
    'a twenty-first that is told as the first',
    { a: { x: '{n, plural, one {щодня} few {раз на # дні} many {раз на # днів} other {раз на # дня}}' } },
    { a: { x: '{n, plural, one {every day} other {every # days}}' } },
    'uk a.x: the plural of {n} says of 21',
  ],
  ['a false apostrophe', { a: { x: "пам'ять" } }, { a: { x: 'a' } }, 'uk a.x: has an apostrophe'],
  ['a typographic apostrophe', { a: { x: 'пам’ять' } }, { a: { x: 'a' } }, 'uk a.x: has an apostrophe'],
  ['a look-alike', { a: { x: 'pобота' } }, { a: { x: 'a' } }, 'uk a.x: mixes Latin letters'],
  ['a lone look-alike', { a: { x: 'чай i кава' } }, { a: { x: 'a' } }, 'uk a.x: has a lone Latin letter'],
  ['Ukrainian in English', { a: { x: 'є' } }, { a: { x: 'є' } }, 'en a.x: has Ukrainian letters'],
])('%s is a fault', (_, uk, en, fault) => {
  expect(faultsOf(uk, en).join('\n')).toContain(fault)
})

test('the name of a language may stand in its own letters', () => {
  expect(faultsOf({ a: { x: 'є' } }, { a: { x: 'Українська' } }, ['a.x'])).toEqual([])
})

const page = `
  import { useTranslations } from 'next-intl'
  export async function Page({ kind, open }) {
    const t = useTranslations('ideas')
    const [u, v] = await Promise.all([getTranslations('people'), getTranslations({ locale, namespace: 'ui' })])
    const dynamic = await getTranslations('refusals')
    return <main className="grid" data-state="open" aria-label={t('list.label')}>
      {t.rich('title')} {u('name')} {v(open ? 'close' : 'open')} {t(\`status.\${kind}\`)} {dynamic(kind)} · 42 %
    </main>
  }
  const label = (t) => t('shared')
  const refuse = () => fault('tooShort')
`

test('the keys that a page asks for are found', () => {
  const found = readSource('app/page.tsx', page)
  expect(found.uses).toEqual(['ideas.list.label', 'ideas.title', 'people.name', 'ui.close', 'ui.open'])
  expect(found.heads).toEqual(['ideas.status.'])
  expect(found.open).toEqual(['refusals.'])
  expect(found.anywhere).toEqual(['shared'])
  expect(found.spoken).toEqual([])
})

test('a namespace may be read whole, without a translator', () => {
  const code = "const { outage: uk } = messagesOf('uk')\nconst page = (kind) => uk[kind].title"
  const read = readSource('app/outage.ts', code)
  expect(faultsOfUse(['outage.away.title', 'outage.away.text'], [read], [])).toEqual([
    'unused: outage.away.text',
  ])
})

test('unused, unwritten and stale keys are faults', () => {
  const messages = {
    ideas: { list: { label: 'а' }, title: 'а', status: { new: 'а' }, forgotten: 'а' },
    people: { name: 'а' },
    ui: { open: 'а', shared: 'а' },
    refusals: { tooShort: 'а', tooOld: 'а' },
  }
  const keys = flatten(messages).map(([key]: [string, string]) => key)
  expect(faultsOfUse(keys, [readSource('app/page.tsx', page)], ['gone.*'])).toEqual([
    'unused: ideas.forgotten',
    'unused: refusals.tooOld',
    'unwritten: ui.close',
    'allowed.json names gone.*, which no key begins with',
  ])
})

test.each([
  ['text between tags', '<p>Hello</p>'],
  ['text in braces', "<p>{'Hello'}</p>"],
  ['a label', '<a aria-label="Close" />'],
  ['a label in braces', "<img alt={'Close'} />"],
  ['a placeholder', '<input placeholder="name" />'],
  ['a title', '<abbr title={`Close`} />'],
  ['Ukrainian anywhere', "f('Привіт')"],
  ['Ukrainian in a template', `f(\`\${x} Привіт\`)`],
])('%s is literal text', (_, code) => {
  expect(readSource('components/x.tsx', `const x = ${code}`).spoken).toHaveLength(1)
})

test('a value shown between tags is no literal text', () => {
  const code = 'const x = <p title={post.title} data-kind="open">{post.name} · 42 % {"—"}</p>'
  expect(readSource('components/x.tsx', code).spoken).toEqual([])
})

test('metadata is literal text too', () => {
  expect(readSource('app/page.tsx', "export const metadata = { title: 'Ideas' }").spoken).toHaveLength(1)
})
