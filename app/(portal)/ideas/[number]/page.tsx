import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { AnswerForm } from '#components/ideas/answer-form'
import { CommentForm } from '#components/ideas/comment-form'
import { IdeaFacts } from '#components/ideas/idea-facts'
import { IdeaState } from '#components/ideas/idea-state'
import { Support } from '#components/ideas/support'
import { Thread } from '#components/ideas/thread'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Prose } from '#components/ui/prose'
import { Section } from '#components/ui/section'
import { IdeaNumber } from '#domain/ideas'
import { inLocale } from '#domain/text'
import { showIdea } from '#server/ideas/idea-queries'
import { answerIdeaAction, commentIdeaAction, voteAction } from '../actions'

const readIdea = once(showIdea)

type Props = { params: Promise<{ number: string }> }

const load = async ({ params }: Props) => {
  const [{ actor }, given] = await Promise.all([requireSession(), params])
  const { data } = IdeaNumber.safeParse(given)
  if (!data) notFound()
  return { actor, idea: await seen(readIdea(actor, data)) }
}

export async function generateMetadata(props: Props) {
  const { idea } = await load(props)
  return { title: idea.title }
}

export default async function IdeaPage(props: Props) {
  const [{ actor, idea }, locale, t, format] = await Promise.all([
    load(props),
    getLocale(),
    getTranslations('ideas'),
    getFormatter(),
  ])
  const { number, author, may } = idea
  const sent = format.dateTime(new Date(`${idea.submittedOn}T12:00:00Z`), { dateStyle: 'long' })
  const from = author ? t('page.from', { name: author.name }) : t(`modeNames.${idea.authorMode}`)
  const thread = idea.thread.map((said) => ({ ...said, body: <Prose text={said.body} /> }))
  const praisable = author && idea.authorMode === 'named' && author.id !== actor.personId
  return (
    <Words namespaces={['ideas.browser', 'ui.browser']}>
      <PageHeader
        title={idea.title}
        lead={`${t('page.number', { number })} · ${from} · ${t('page.sent', { date: sent })}`}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
        actions={
          praisable && (
            <LinkButton
              href={`/recognition/give?to=${author.id}&idea=${number}`}
              variant="festive"
              icon="heart"
            >
              {t('page.praise')}
            </LinkButton>
          )
        }
      />
      <Columns
        aside={
          <IdeaFacts
            days={idea.days}
            owner={idea.owner.name}
            area={inLocale(idea.area, locale)}
            question={idea.campaign ? inLocale(idea.campaign.question, locale) : undefined}
            ackDue={idea.ackDue}
            decideDue={idea.decideDue}
            returnsOn={idea.returnsOn}
          />
        }
      >
        <div className="mb-10 flex items-start gap-6">
          <Support
            number={number}
            title={idea.title}
            votes={idea.votes}
            voted={idea.voted}
            vote={may.support ? voteAction : undefined}
          />
          <div className="grid gap-3">
            <p>
              <IdeaState state={idea.state} />
            </p>
            {idea.mergedInto && (
              <Link className="link" href={`/ideas/${idea.mergedInto}`}>
                {t('page.merged', { number: idea.mergedInto })}
              </Link>
            )}
            {idea.body && <Prose text={idea.body} />}
            {idea.mine && <p className="text-small text-soft">{t('page.ownVote')}</p>}
          </div>
        </div>
        <Section id="thread" title={t('page.thread')}>
          {idea.thread.length === 0 ? (
            <EmptyState icon="answer" title={t('page.threadEmpty')} lead={t('page.threadEmptyLead')} />
          ) : (
            <Thread label={t('page.thread')} entries={thread} />
          )}
        </Section>
        {may.answer.length > 0 && (
          <AnswerForm key={idea.state} action={answerIdeaAction} number={number} kinds={may.answer} />
        )}
        <CommentForm action={commentIdeaAction} number={number} />
      </Columns>
    </Words>
  )
}
