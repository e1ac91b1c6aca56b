import type { Tx } from '#db/client'
import { trainingChecks } from '#db/schema/training-checks'
import { referenceId } from '#db/seed/reference/ids'
import type { Text } from '#domain/text'

/** What a mentor shows and a learner does, of the shipped trainings that happen at the workplace. */
const LISTS: Record<string, readonly Text[]> = {
  'second-project': [
    {
      uk: 'Послухано десять розмов другого проєкту разом із наставником і розібрано кожну',
      en: 'Ten calls of the second project listened to with the mentor, each talked over',
    },
    {
      uk: 'Знайдено в базі знань проєкту відповіді на пʼять типових запитань',
      en: 'Answers to five usual questions found in the project’s knowledge base',
    },
    {
      uk: 'Оформлено три звернення в системі проєкту без підказок',
      en: 'Three requests recorded in the project’s system without prompting',
    },
    {
      uk: 'Проведено пʼять розмов із наставником на лінії',
      en: 'Five conversations held with the mentor on the line',
    },
    {
      uk: 'Проведено пʼять розмов самостійно, запис прослухано разом',
      en: 'Five conversations held alone, the recordings heard together',
    },
    {
      uk: 'Названо, коли й кому передають звернення цього проєкту',
      en: 'Told when and to whom a request of this project is passed on',
    },
  ],
  'supervisor-start': [
    {
      uk: 'Прийнято й передано зміну поруч із супервізором: люди, черга, відкриті питання',
      en: 'A shift taken over and handed over beside the supervisor: people, queue, open questions',
    },
    {
      uk: 'Складено план ротації на день і пояснено, чому він саме такий',
      en: 'A day’s rotation planned, and why it is so explained',
    },
    {
      uk: 'Проведено коротку нараду на початку зміни',
      en: 'A short meeting at the start of a shift held',
    },
    {
      uk: 'Розібрано інцидент: що сталося, кому повідомлено, що зроблено',
      en: 'An incident handled: what happened, who was told, what was done',
    },
    {
      uk: 'Прослухано розмову оператора й дано зворотний звʼязок у присутності наставника',
      en: 'An operator’s call heard and feedback given with the mentor present',
    },
    {
      uk: 'Відповіли на ідею працівника в строк і з поясненням',
      en: 'An employee’s idea answered in time and with a reason',
    },
    {
      uk: 'Проведено десять змін поруч із супервізором',
      en: 'Ten shifts spent beside a supervisor',
    },
  ],
  strategy: [
    {
      uk: 'Пояснено бюджет центру: з чого складається вартість контакту',
      en: 'The centre’s budget explained: what the cost of a contact is made of',
    },
    {
      uk: 'Зіставлено власний центр і аутсорс за вартістю, якістю та ризиком для одного проєкту',
      en: 'Own and outsourced centre compared by cost, quality and risk for one project',
    },
    {
      uk: 'Підготовлено пропозицію на рік із трьома показниками успіху',
      en: 'A proposal for the year prepared, with three measures of success',
    },
    {
      uk: 'Захищено пропозицію перед керівником центру',
      en: 'The proposal defended before the head of the centre',
    },
  ],
}

/** Check-lists of shipped trainings; an installation that has them keeps what it made of them since. */
export async function seedTrainingChecks(tx: Tx, now: Date): Promise<void> {
  const rows = Object.entries(LISTS).flatMap(([slug, titles]) =>
    titles.map((title, at) => ({
      id: referenceId('training-check', `${slug}/${at + 1}`),
      trainingId: referenceId('training', slug),
      position: at + 1,
      title,
      createdAt: now,
    })),
  )
  await tx.insert(trainingChecks).values(rows).onConflictDoNothing()
}
