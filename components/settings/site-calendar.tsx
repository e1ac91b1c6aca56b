import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'
import { WEEKDAYS } from '#domain/calendar'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Day = { onDate: string; worked: boolean; name: Text | null }
type Calendar = { siteId: string; site: Text; workdays: readonly number[]; days: readonly Day[] }
type Props = { calendar: Calendar; locale: Locale; setWorkdays: FormAction; setDay: FormAction }

/** The working week of a site and its holidays: the clocks of ideas and actions count only these days. */
export function SiteCalendar({ calendar, locale, setWorkdays, setDay }: Props) {
  const t = useTranslations('settings.calendar')
  const format = useFormatter()
  const { siteId, workdays, days } = calendar
  const site = inLocale(calendar.site, locale)
  const date = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'full' })
  // The first week of 2024 begins on a Monday.
  const weekday = (day: number) => format.dateTime(new Date(Date.UTC(2024, 0, day, 12)), { weekday: 'short' })
  return (
    <Section id={`site-${siteId}`} title={site} note={t('lead')}>
      <ActionForm
        action={setWorkdays}
        resetWhenDone={false}
        label={`${t('week')}: ${site}`}
        className="flex flex-wrap items-end gap-4"
      >
        <input type="hidden" name="siteId" value={siteId} />
        <fieldset className="field">
          <legend className="font-semibold">{t('week')}</legend>
          <div className="flex flex-wrap gap-x-5">
            {WEEKDAYS.map((day) => (
              <label key={day} className="choice">
                <input type="checkbox" name="workdays" value={day} defaultChecked={workdays.includes(day)} />
                <span>{weekday(day)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <PendingButton variant="quiet" size="small">
          {t('saveWeek')}
        </PendingButton>
      </ActionForm>
      <h3 className="mt-6 font-semibold">{t('days')}</h3>
      {days.length === 0 && <p className="text-soft">{t('none')}</p>}
      <List label={`${t('days')}: ${site}`}>
        {days.map((day) => (
          <Row
            key={day.onDate}
            icon={day.worked ? 'calendar' : 'break'}
            title={date(day.onDate)}
            note={[t(day.worked ? 'worked' : 'off'), day.name && inLocale(day.name, locale)]
              .filter(Boolean)
              .join(' · ')}
            end={
              <ActionForm action={setDay} label={t('removeNamed', { day: date(day.onDate), site })}>
                <input type="hidden" name="siteId" value={siteId} />
                <input type="hidden" name="onDate" value={day.onDate} />
                <input type="hidden" name="kind" value="plain" />
                <PendingButton variant="plain" size="small">
                  {t('remove')}
                </PendingButton>
              </ActionForm>
            }
          />
        ))}
      </List>
      <ActionForm action={setDay} label={`${t('add')}: ${site}`} className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="siteId" value={siteId} />
        <TextInput name="onDate" type="date" label={t('date')} required />
        <RadioGroup
          name="kind"
          look="segmented"
          label={t('kind')}
          options={(['off', 'worked'] as const).map((kind) => ({ value: kind, label: t(kind) }))}
          defaultValue="off"
          required
        />
        <TextInput name="name.uk" label={t('name')} maxLength={80} />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('add')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
