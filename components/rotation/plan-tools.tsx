import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'
import { addDays } from '#domain/site-time'

type Props = {
  planId: string
  date: string
  /** People whose day breaks a rule now. */
  broken: number
  /** People work by a plan already that this one replaces. */
  replaces: boolean
  /** That plan was changed meanwhile: the draft is made anew first. */
  behind: boolean
  fill: FormAction
  copy: FormAction
  publish: FormAction
}

/** What is done with a whole draft: breaks by the rule, yesterday again, publish. */
export function PlanTools({ planId, date, broken, replaces, behind, fill, copy, publish }: Props) {
  const words = useTranslations('rotation')
  const plan = <input type="hidden" name="planId" value={planId} />
  return (
    <div className="grid gap-4">
      <ActionForm action={copy} label={words('copyYesterday')} className="grid gap-2">
        {plan}
        <input type="hidden" name="fromDate" value={addDays(date, -1)} />
        <PendingButton variant="quiet" icon="history" className="justify-self-start">
          {words('copyYesterday')}
        </PendingButton>
      </ActionForm>
      <ActionForm action={fill} label={words('fillBreaks')} className="grid gap-2">
        {plan}
        <PendingButton variant="quiet" icon="break" className="justify-self-start">
          {words('fillBreaks')}
        </PendingButton>
        <p className="text-small text-soft">{words('fillBreaksNote')}</p>
      </ActionForm>
      <ActionForm action={publish} label={words('publish')} className="grid gap-2">
        {plan}
        {replaces && <TextInput name="reason" label={words('reason')} maxLength={300} />}
        <PendingButton icon="done" className="justify-self-start">
          {words('publish')}
        </PendingButton>
        {behind ? (
          <p className="text-small">
            <Link href="#board" className="link">
              {words('run.behindFirst')}
            </Link>
          </p>
        ) : (
          <p className="text-small text-soft">
            {words(broken ? 'publishBroken' : 'publishNote', { count: broken })}
          </p>
        )}
      </ActionForm>
    </div>
  )
}
