import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { AnswerForm } from '#components/ideas/answer-form'
import { CommentForm } from '#components/ideas/comment-form'
import { ConveneForm } from '#components/ideas/convene-form'
import { Effect } from '#components/ideas/effect'
import { FollowAndShare } from '#components/ideas/follow'
import { IdeaBody } from '#components/ideas/idea-body'
import { IdeaFacts } from '#components/ideas/idea-facts'
import { IdeaKeys } from '#components/ideas/idea-keys'
import { Moderation } from '#components/ideas/moderation'
import { OwnerDesk } from '#components/ideas/owner-desk'
import { PanelSection } from '#components/ideas/panel'
import { Thread } from '#components/ideas/thread'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Prose } from '#components/ui/prose'
import { Section } from '#components/ui/section'
import { IdeaNumber } from '#domain/ideas'
import { inLocale } from '#domain/text'
import { showIdea } from '#server/ideas/idea-queries'
import { ideaDesk } from '#server/ideas/panel-queries'
import { answerIdeaAction, commentIdeaAction, followIdeaAction, voteAction } from '../actions'
import * as desk from '../desk-actions'

const DESK = {
  merge: desk.mergeIdeaAction,
  unmerge: desk.unmergeIdeaAction,
  split: desk.splitIdeaAction,
  assign: desk.assignIdeaAction,
  track: desk.trackIdeaAction,
  recordEffect: desk.recordEffectAction,
}

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
  const isOwner = may.owner.length > 0
  const { panel, answerers, areas } = await ideaDesk(actor, { number, acting: isOwner || may.moderate })
  const people = answerers.map(({ id, name, position }) => ({
    id,
    name,
    detail: inLocale(position, locale),
  }))
  const sent = format.dateTime(new Date(`${idea.submittedOn}T12:00:00Z`), { dateStyle: 'long' })
  const from = author ? t('page.from', { name: author.name }) : t(`modeNames.${idea.authorMode}`)
  const praisable = author && idea.authorMode === 'named' && author.id !== actor.personId
  const comments = idea.thread
    .filter(({ kind }) => kind === 'comment' || kind === 'author')
    .map(({ id, body, removed }) => ({ id, removed, label: body.slice(0, 60) }))
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
          <>
            <IdeaFacts
              owner={idea.owner.name}
              area={inLocale(idea.area, locale)}
              question={idea.campaign ? inLocale(idea.campaign.question, locale) : undefined}
              ackDue={idea.ackDue}
              decideDue={idea.decideDue}
              returnsOn={idea.returnsOn}
              trackerUrl={idea.trackerUrl}
            />
            <FollowAndShare
              key={String(idea.following)}
              number={number}
              following={idea.following}
              follow={followIdeaAction}
            />
          </>
        }
      >
        <IdeaBody idea={idea} vote={voteAction} />
        {idea.effect && <Effect effect={idea.effect} />}
        <Section id="thread" title={t('page.thread')}>
          <IdeaThread thread={idea.thread} />
        </Section>
        {may.answer.length > 0 && (
          <AnswerForm key={idea.state} action={answerIdeaAction} number={number} kinds={may.answer} />
        )}
        {isOwner && (
          <OwnerDesk
            number={number}
            acts={may.owner}
            actions={DESK}
            people={people}
            areas={areas}
            trackerUrl={idea.trackerUrl}
            locale={locale}
          />
        )}
        {panel && (
          <PanelSection
            key={`${panel.state}-${panel.round}-${panel.released.length}`}
            panel={panel}
            score={desk.scoreIdeaAction}
            again={may.moderate ? desk.secondRoundAction : undefined}
            release={may.moderate ? desk.releaseReviewerAction : undefined}
            people={people}
          />
        )}
        {!panel && may.moderate && (
          <ConveneForm number={number} people={people} convene={desk.convenePanelAction} />
        )}
        <CommentForm
          action={commentIdeaAction}
          number={number}
          unnamed={idea.mine && idea.authorMode === 'hidden'}
        />
        {may.moderate && (
          <Moderation
            number={number}
            removed={idea.removedFor !== null}
            comments={comments}
            moderate={desk.moderateIdeaAction}
          />
        )}
        <IdeaKeys page="idea" />
      </Columns>
    </Words>
  )
}

async function IdeaThread({ thread }: { thread: Awaited<ReturnType<typeof readIdea>>['thread'] }) {
  const t = await getTranslations('ideas.page')
  if (!thread.length) return <EmptyState icon="answer" title={t('threadEmpty')} lead={t('threadEmptyLead')} />
  const entries = thread.map((said) => ({ ...said, body: said.body && <Prose text={said.body} /> }))
  return <Thread label={t('thread')} entries={entries} />
}
