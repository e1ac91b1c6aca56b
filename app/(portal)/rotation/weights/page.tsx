import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { BreakRuleForm } from '#components/rotation/break-rule-form'
import { RuleLines, WeightLines } from '#components/rotation/rule-lines'
import { WeightsForm } from '#components/rotation/weights-form'
import { KeyValues } from '#components/ui/key-values'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { breakRule } from '#server/rotation/break-rule-queries'
import { planWeightsNow } from '#server/rotation/weights-queries'
import { setBreakRuleAction, setWeightsAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('rotation.weights')
  return { title: t('title') }
}

export default async function WeightsPage() {
  const [{ actor }, locale, t, rules, format] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('rotation.weights'),
    getTranslations('rotation.breakRule'),
    getFormatter(),
  ])
  const [{ weights }, { rule, former }] = await Promise.all([
    seen(planWeightsNow(actor, {})),
    seen(breakRule(actor, {})),
  ])
  const day = (at: string) =>
    format.dateTime(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="weights" title={t('weights')}>
        {mayEver(actor, 'rotation.setWeights') ? (
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            <WeightsForm weights={weights} set={setWeightsAction} />
          </Words>
        ) : (
          <WeightLines weights={weights} />
        )}
      </Section>
      <Section id="rests" title={rules('title')} note={rules('note')}>
        {mayEver(actor, 'rotation.setBreakRule') ? (
          <BreakRuleForm key={rule.id} rule={rule} set={setBreakRuleAction} />
        ) : (
          <>
            <p className="mb-3">{inLocale(rule.title, locale)}</p>
            <RuleLines rule={rule} />
          </>
        )}
      </Section>
      {former.length > 0 && (
        <Section id="former" title={rules('former')}>
          <KeyValues
            rows={former.map(({ title, since, until }) => ({
              label: inLocale(title, locale),
              value: rules('period', { from: day(since), to: until ? day(until) : '' }),
            }))}
          />
        </Section>
      )}
    </>
  )
}
