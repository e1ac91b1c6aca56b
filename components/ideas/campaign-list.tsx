import { useFormatter, useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { Meter } from '#components/ui/meter'
import { Status } from '#components/ui/status'
import { LEAST_TAPS, type SHIFTS } from '#domain/campaigns'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Campaign = {
  id: string
  question: Text
  audience: Text | null
  position: Text | null
  shift: (typeof SHIFTS)[number] | null
  opensAt: string
  closesAt: string | null
  stage: 'planned' | 'waiting' | 'open' | 'closed'
  ideas: number
  choices: readonly { text: Text; taps: number | null }[]
  taps: number
  asked: number
  outcome: Text | null
}
const STAGES = { planned: 'neutral', waiting: 'warn', open: 'accent', closed: 'neutral' } as const

type Props = { campaigns: readonly Campaign[]; locale: Locale; close?: FormAction }

/** Questions with what came of them: "you said, we did". */
export function CampaignList({ campaigns, locale, close }: Props) {
  const t = useTranslations('ideas')
  return (
    <ol className="rows" aria-label={t('campaignsPage.title')}>
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="grid gap-3 py-5">
          <CampaignRow campaign={campaign} locale={locale} />
          {close && !campaign.outcome && campaign.stage !== 'planned' && (
            <CloseForm campaign={campaign} close={close} locale={locale} />
          )}
        </li>
      ))}
    </ol>
  )
}

function CampaignRow({ campaign, locale }: { campaign: Campaign; locale: Locale }) {
  const t = useTranslations('ideas')
  const format = useFormatter()
  const from = new Date(campaign.opensAt)
  const days = campaign.closesAt
    ? format.dateTimeRange(from, new Date(campaign.closesAt), { day: 'numeric', month: 'long' })
    : format.dateTime(from, { day: 'numeric', month: 'long' })
  const { stage, choices, taps } = campaign
  const names = [campaign.audience, campaign.position].filter((name) => name !== null)
  const shift = campaign.shift ? [t(`campaignsPage.shifts.${campaign.shift}`)] : []
  const audience = [...names.map((name) => inLocale(name, locale)), ...shift].join(', ')
  return (
    <>
      <h2 className="font-semibold">{inLocale(campaign.question, locale)}</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
        <Status tone={STAGES[stage]}>{t(`campaignsPage.${stage}`)}</Status>
        <span>{days}</span>
        <span>{audience || t('campaignsPage.everybody')}</span>
        <Link className="link" href={`/ideas?campaignId=${campaign.id}`}>
          {t('question.answers', { count: campaign.ideas })}
        </Link>
      </p>
      {stage === 'waiting' && <p className="text-small">{t('campaignsPage.waitingLead')}</p>}
      {choices.length > 0 &&
        (taps > 0 && choices[0]?.taps !== null ? (
          <div className="grid max-w-xl gap-2">
            <p>{t('campaignsPage.tapped', { count: taps })}</p>
            {choices.map(({ text, taps: value }) => (
              <Meter
                key={text.uk}
                label={inLocale(text, locale)}
                value={value ?? 0}
                max={taps}
                text={String(value ?? 0)}
              />
            ))}
          </div>
        ) : (
          <p className="text-small text-soft">{t('campaignsPage.fewTaps', { least: LEAST_TAPS })}</p>
        ))}
      {campaign.outcome && (
        <div className="max-w-[72ch] border-l-4 border-good pl-4">
          <p className="font-semibold">{t('campaignsPage.said')}</p>
          <p className="whitespace-pre-line">{inLocale(campaign.outcome, locale)}</p>
        </div>
      )}
    </>
  )
}

function CloseForm({ campaign, close, locale }: { campaign: Campaign; close: FormAction; locale: Locale }) {
  const t = useTranslations('ideas.campaignsPage')
  return (
    <FoldedForm
      action={close}
      title={t('close')}
      label={`${t('close')}: ${inLocale(campaign.question, locale)}`}
      about={{ campaignId: campaign.id }}
      send={t('finish')}
      variant="primary"
    >
      <BilingualInput
        name="outcome"
        labels={{ uk: t('outcome'), en: t('outcomeEn') }}
        rows={4}
        maxLength={4000}
        required
      />
    </FoldedForm>
  )
}
