import { useTranslations } from 'next-intl'
import type { Project } from '#components/people/projects-view'
import type { Site, Team } from '#components/people/sites-view'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Checkbox } from '#components/ui/checkbox'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { MARKETS } from '#domain/markets'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import { USUAL_TIME_ZONE } from '#domain/time-zones'

type Named = { id: string; name: Text }
type Way = { id: string; title: Text }

function NameFields({ name, label, hint }: { name?: Text; label: string; hint?: string }) {
  const t = useTranslations('people.places')
  return (
    <BilingualInput
      name="name"
      labels={{ uk: label, en: t('inEnglish') }}
      hints={{ uk: hint }}
      value={name}
      maxLength={120}
      required
    />
  )
}

/** A clock that shifts were planned by stays as it is. */
export function SiteFields({ site, zones }: { site?: Site; zones: readonly string[] }) {
  const t = useTranslations('people.places')
  const zone = site?.timeZone ?? USUAL_TIME_ZONE
  const known = zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <>
      <NameFields name={site?.name} label={t('siteName')} hint={t('siteNameHint')} />
      <BilingualInput
        name="city"
        labels={{ uk: t('city'), en: t('cityEnglish') }}
        value={site?.city}
        maxLength={120}
        required
      />
      {site?.planned ? (
        <>
          <input type="hidden" name="timeZone" value={zone} />
          <p className="text-small text-soft">{t('zoneStays', { zone })}</p>
        </>
      ) : (
        <Select
          name="timeZone"
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          options={known.map((value) => ({ value, label: value }))}
          defaultValue={zone}
          required
        />
      )}
    </>
  )
}

type TeamProps = {
  team?: Team
  sites?: readonly Named[]
  siteId?: string
  projects: readonly Named[]
  locale: Locale
}

/** A team stays at its site, so only a new one is asked where it is. */
export function TeamFields({ team, sites, siteId, projects, locale }: TeamProps) {
  const t = useTranslations('people.places')
  const choices = (all: readonly Named[]) =>
    all.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <>
      {sites && (
        <Select
          name="siteId"
          label={t('site')}
          options={choices(sites)}
          defaultValue={siteId ?? (sites.length === 1 ? sites[0]?.id : undefined)}
          placeholder={t('choose')}
          required
        />
      )}
      <NameFields name={team?.name} label={t('teamName')} />
      <Select
        name="projectId"
        label={t('project')}
        hint={t('projectHint')}
        options={choices(projects)}
        defaultValue={team?.projectId ?? undefined}
        placeholder={t('noProject')}
      />
    </>
  )
}

type ProjectProps = { project?: Project; services: readonly Way[]; channels: readonly Way[]; locale: Locale }

/** What is done for the client and by which instrument are asked apart. */
export function ProjectFields({ project, services, channels, locale }: ProjectProps) {
  const t = useTranslations('people.places')
  const ways = (name: 'serviceIds' | 'channelIds', all: readonly Way[], chosen?: readonly Way[]) => (
    <fieldset className="field">
      <legend className="field-label">{t(name)}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {all.map(({ id, title }) => (
          <Checkbox
            key={id}
            name={name}
            value={id}
            label={inLocale(title, locale)}
            defaultChecked={chosen?.some((way) => way.id === id)}
          />
        ))}
      </div>
    </fieldset>
  )
  return (
    <>
      <NameFields name={project?.name} label={t('projectName')} hint={t('projectNameHint')} />
      <RadioGroup
        name="market"
        label={t('market')}
        options={MARKETS.map((value) => ({ value, label: t(`markets.${value}`) }))}
        defaultValue={project?.market ?? 'b2c'}
        required
      />
      {ways('serviceIds', services, project?.services)}
      {ways('channelIds', channels, project?.channels)}
    </>
  )
}
