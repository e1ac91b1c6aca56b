import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Today } from '#components/home/today'
import { LOCALES, type Locale } from '#domain/text'
import { FORMATS, messagesOf } from '#messages/catalogue'

const FROM = '2026-03-10T08:00:00Z'
const BLOCK = {
  id: 'b',
  what: 'task' as const,
  title: { uk: 'Дзвінки' },
  shortTitle: null,
  hue: 1,
  tired: null,
}
const SHIFT = {
  from: FROM,
  to: '2026-03-10T16:00:00Z',
  absences: [] as { from: string; to: string }[],
  blocks: [{ ...BLOCK, from: FROM, to: '2026-03-10T12:00:00Z' }],
}

// Before the shift nothing is announced, so the page's router is not asked for.
const shown = (now: string, { shift = SHIFT, alarm = false, locale = 'uk' as Locale } = {}) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Europe/Kyiv"
      formats={FORMATS}
      messages={messagesOf(locale)}
    >
      <Today shift={shift} now={now} alarm={alarm} locale={locale} tired={async (state) => state} />
    </NextIntlClientProvider>,
  )

test('in an alarm the day says that its blocks do not move by themselves, and at no other time', () => {
  const said = messagesOf('uk').home.today.alarm
  expect(shown('2026-03-10T09:00:00Z', { alarm: true })).toContain(said)
  const usual = shown('2026-03-10T07:00:00Z')
  expect(usual).not.toContain(said)
  expect(usual).toContain('Дзвінки')
})

test.each(LOCALES)(
  'whoever is absent reads that, and not that their tasks are still to come (%s)',
  (locale) => {
    const { home, rotation } = messagesOf(locale)
    const planned = { ...SHIFT, blocks: [] }
    expect(shown(FROM, { shift: planned, locale })).toContain(home.today.unplanned)
    const away = shown(FROM, { shift: { ...planned, absences: [{ from: FROM, to: SHIFT.to }] }, locale })
    expect(away).toContain(rotation.away.replace('{times}', '10:00–18:00'))
    expect(away).not.toContain(home.today.unplanned)
  },
)
