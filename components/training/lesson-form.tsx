import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { KeptPicture } from '#components/ui/kept-picture'
import { PendingButton } from '#components/ui/pending-button'
import { PictureInput } from '#components/ui/picture-input'
import { TextInput } from '#components/ui/text-input'
import type { CourseDesk } from '#server/training/course-desk-queries'

type LessonProps = { trainingId: string; lesson?: CourseDesk['lessons'][number]; save: FormAction }

const nextNumber = (pictures: readonly { number: number }[]): number => {
  const taken = new Set(pictures.map(({ number }) => number))
  let next = 1
  while (taken.has(next)) next += 1
  return next
}

/** A lesson as its author writes it. */
export function LessonForm({ trainingId, lesson, save }: LessonProps) {
  const t = useTranslations('training.desk')
  return (
    <ActionForm
      action={save}
      label={lesson ? t('saveLesson') : t('addLesson')}
      resetWhenDone={!lesson}
      className="grid max-w-3xl gap-5"
    >
      <input type="hidden" name="trainingId" value={trainingId} />
      {lesson && <input type="hidden" name="lessonId" value={lesson.id} />}
      <BilingualInput
        name="title"
        labels={{ uk: t('titleUk'), en: t('titleEn') }}
        value={lesson?.title}
        maxLength={150}
        required
      />
      <BilingualInput
        name="body"
        labels={{ uk: t('bodyUk'), en: t('bodyEn') }}
        hints={{ uk: t('bodyHint') }}
        value={lesson?.body}
        rows={10}
        maxLength={20000}
        required
      />
      <TextInput
        name="minutes"
        type="number"
        min={1}
        max={240}
        label={t('minutes')}
        defaultValue={String(lesson?.minutes ?? 5)}
        required
      />
      <TextInput
        name="videoUrl"
        type="url"
        label={t('video')}
        hint={t('videoHint')}
        defaultValue={lesson?.videoUrl ?? undefined}
        maxLength={500}
      />
      {lesson && lesson.pictures.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="field-label">{t('picturesKept')}</legend>
          <p className="field-note">{t('picturesKeptHint')}</p>
          <ul className="flex flex-wrap gap-4">
            {lesson.pictures.map(({ number, fileId }) => (
              <li key={fileId} className="grid gap-1">
                <KeptPicture
                  src={`/api/files/${fileId}`}
                  alt={t('picture', { number })}
                  className="h-20 w-28 rounded border border-line object-cover"
                />
                <Checkbox name="removed" value={String(number)} label={t('removePicture', { number })} />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <PictureInput
        name="fileIds"
        room="training"
        most={10}
        label={t('pictures')}
        hint={t('picturesHint', { next: nextNumber(lesson?.pictures ?? []) })}
      />
      <PendingButton className="justify-self-start">
        {lesson ? t('saveLesson') : t('addLesson')}
      </PendingButton>
    </ActionForm>
  )
}
