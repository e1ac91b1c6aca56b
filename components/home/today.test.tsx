import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Today } from '#components/home/today'
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
  absences: [],
  blocks: [{ ...BLOCK, from: FROM, to: '2026-03-10T12:00:00Z' }],
}

// Before the shift nothing is announced, so the page's router is not asked for.
const shown = (alarm: boolean, now: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="uk" timeZone="Europe/Kyiv" formats={FORMATS} messages={messagesOf('uk')}>
      <Today shift={SHIFT} now={now} alarm={alarm} locale="uk" tired={async (state) => state} />
    </NextIntlClientProvider>,
  )

test('in an alarm the day says that its blocks do not move by themselves, and at no other time', () => {
  const said = messagesOf('uk').home.today.alarm
  expect(shown(true, '2026-03-10T09:00:00Z')).toContain(said)
  const usual = shown(false, '2026-03-10T07:00:00Z')
  expect(usual).not.toContain(said)
  expect(usual).toContain('Дзвінки')
})

test('whoever is written down as absent reads that, and not that their tasks are still to come', () => {
  const away = { ...SHIFT, blocks: [], absences: [{ from: FROM, to: SHIFT.to }] }
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="uk" timeZone="Europe/Kyiv" formats={FORMATS} messages={messagesOf('uk')}>
      <Today shift={away} now={FROM} alarm={false} locale="uk" tired={async (state) => state} />
    </NextIntlClientProvider>,
  )
  expect(page).toContain('Записано відсутність: 10:00–18:00.')
  expect(page).not.toContain('ще не розподілено')
})
