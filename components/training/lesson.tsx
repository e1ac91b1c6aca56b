import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { KeptPicture } from '#components/ui/kept-picture'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Prose } from '#components/ui/prose'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { LessonPage } from '#server/training/course-queries'

type Props = { lesson: LessonPage; locale: Locale; read: FormAction }

/** The text of a lesson, and one press that keeps it as read and leads on. */
export function LessonText({ lesson, locale, read }: Props) {
  const t = useTranslations('training.course')
  const base = `/training/${lesson.slug}`
  const body = inLocale(lesson.body, locale)
  return (
    <div className="grid max-w-[72ch] gap-8">
      <Prose text={body} pictures={addressesOf(lesson.pictures)} />
      <Unnamed body={body} pictures={lesson.pictures} />
      {lesson.videoUrl && (
        <p>
          <a className="link" href={lesson.videoUrl} rel="noopener noreferrer">
            {t('video')}
          </a>
        </p>
      )}
      {!lesson.enrolled && !lesson.read && <Notice>{t('notBegun')}</Notice>}
      <div className="flex flex-wrap items-center gap-4">
        {lesson.previous !== null && (
          <LinkButton href={`${base}/lesson?at=${lesson.previous}`} icon="back" variant="plain">
            {t('previous')}
          </LinkButton>
        )}
        {lesson.enrolled && !lesson.read ? (
          <ActionForm action={read} label={t('readOn')}>
            <input type="hidden" name="lessonId" value={lesson.id} />
            <PendingButton icon="check">{lesson.next === null ? t('readLast') : t('readOn')}</PendingButton>
          </ActionForm>
        ) : (
          <LinkButton href={lesson.next === null ? base : `${base}/lesson?at=${lesson.next}`}>
            {lesson.next === null ? t('toCourse') : t('next')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

/** By the numbers that the text calls them by: one that was taken out leaves its number empty. */
const addressesOf = (pictures: LessonPage['pictures']): (string | undefined)[] => {
  const addresses: (string | undefined)[] = []
  for (const { number, fileId } of pictures) addresses[number - 1] = `/api/files/${fileId}`
  return addresses
}

/** Pictures that the text does not call by number stand after it. */
function Unnamed({ body, pictures }: { body: string; pictures: LessonPage['pictures'] }) {
  const t = useTranslations('training.course')
  const left = pictures.filter(({ number }) => !body.includes(`(#${number})`))
  if (!left.length) return null
  return (
    <ul className="grid gap-4">
      {left.map(({ fileId, number }) => (
        <li key={fileId}>
          <KeptPicture src={`/api/files/${fileId}`} alt={t('picture', { number })} className="rounded" />
        </li>
      ))}
    </ul>
  )
}
