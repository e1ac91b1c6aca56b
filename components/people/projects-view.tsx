import { useTranslations } from 'next-intl'
import { ProjectFields } from '#components/people/place-fields'
import { PlaceForms } from '#components/people/place-forms'
import { BilingualInput } from '#components/ui/bilingual-input'
import { EmptyState } from '#components/ui/empty-state'
import type { FormAction } from '#components/ui/form-state'
import { KeyValues } from '#components/ui/key-values'
import { Link } from '#components/ui/link'
import { Section } from '#components/ui/section'
import type { MARKETS } from '#domain/markets'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Way = { id: string; title: Text }
export type Project = {
  id: string
  name: Text
  market: (typeof MARKETS)[number]
  services: Way[]
  channels: Way[]
  teams: number
}
type Props = {
  projects: readonly Project[]
  ways: { services: Way[]; channels: Way[] }
  change?: string
  locale: Locale
  doors: {
    project?: { add: FormAction; change: FormAction; end: FormAction }
    way?: { service: FormAction; channel: FormAction }
  }
}

/** For whom the centre works: each client with what is done for them, and apart from it by which instruments. */
export function ProjectsView(props: Props) {
  return (
    <>
      <Projects {...props} />
      <Ways {...props} />
    </>
  )
}

function Projects({ projects, ways, change, locale, doors: { project: doors } }: Props) {
  const t = useTranslations('people.places')
  return (
    <Section id="projects" title={t('projectsTitle')} note={t('projectsNote')}>
      {!projects.length && (
        <EmptyState
          icon="handshake"
          title={t('noProjects')}
          lead={doors ? t('noProjectsLead') : t('noProjectsYet')}
        />
      )}
      <ul className="rows">
        {projects.map((project) => (
          <li key={project.id} className="grid gap-3 py-4">
            <ProjectHead
              project={project}
              locale={locale}
              editable={Boolean(doors) && change !== project.id}
            />
            {doors && change === project.id ? (
              <PlaceForms
                change={doors.change}
                end={{ action: doors.end, label: t('endProject'), lead: t('endProjectLead') }}
                name={inLocale(project.name, locale)}
                hidden={{ projectId: project.id }}
                back="/people/places?show=projects"
              >
                <ProjectFields project={project} {...ways} locale={locale} />
              </PlaceForms>
            ) : (
              <KeyValues rows={wayRows(project)} />
            )}
          </li>
        ))}
      </ul>
      {doors && (
        <PlaceForms add={doors.add} title={t('addProject')}>
          <ProjectFields {...ways} locale={locale} />
        </PlaceForms>
      )}
    </Section>
  )

  function wayRows({ services, channels }: Project) {
    const named = (all: Way[]) => all.map(({ title }) => inLocale(title, locale)).join(', ') || t('notSaid')
    return [
      { label: t('serviceIds'), value: named(services) },
      { label: t('channelIds'), value: named(channels) },
    ]
  }
}

type HeadProps = { project: Project; locale: Locale; editable: boolean }

function ProjectHead({ project, locale, editable }: HeadProps) {
  const t = useTranslations('people.places')
  const name = inLocale(project.name, locale)
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 font-semibold wrap-anywhere">{name}</h3>
        {editable && (
          <Link href={`/people/places?show=projects&change=${project.id}`} className="link text-small">
            {t('change')}
            <span className="sr-only">: {name}</span>
          </Link>
        )}
      </div>
      <p className="text-small text-soft">
        {t(`markets.${project.market}`)} · {t('servedBy', { count: project.teams })}
      </p>
    </div>
  )
}

function Ways({ ways, locale, doors: { way: doors } }: Props) {
  const t = useTranslations('people.places')
  const lists = [
    {
      kind: 'service',
      all: ways.services,
      title: t('services'),
      note: t('servicesNote'),
      add: t('addService'),
    },
    {
      kind: 'channel',
      all: ways.channels,
      title: t('channels'),
      note: t('channelsNote'),
      add: t('addChannel'),
    },
  ] as const
  return lists.map(({ kind, all, title, note, add }) => (
    <Section key={kind} id={`${kind}s`} title={title} note={note}>
      <p>{all.map((way) => inLocale(way.title, locale)).join(', ') || t('notSaid')}</p>
      {doors && (
        <PlaceForms add={doors[kind]} title={add}>
          <BilingualInput
            name="title"
            labels={{ uk: t('wayName'), en: t('inEnglish') }}
            maxLength={80}
            required
          />
        </PlaceForms>
      )}
    </Section>
  ))
}
