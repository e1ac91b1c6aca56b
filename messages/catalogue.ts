import type { Locale } from '#domain/text'
import accountsEn from './en/accounts.json'
import apiEn from './en/api.json'
import auditEn from './en/audit.json'
import careerEn from './en/career.json'
import doneEn from './en/done.json'
import homeEn from './en/home.json'
import ideasEn from './en/ideas.json'
import insightsEn from './en/insights.json'
import layoutEn from './en/layout.json'
import noticesEn from './en/notices.json'
import outageEn from './en/outage.json'
import peopleEn from './en/people.json'
import recognitionEn from './en/recognition.json'
import refusalsEn from './en/refusals.json'
import rotationEn from './en/rotation.json'
import settingsEn from './en/settings.json'
import trainingEn from './en/training.json'
import uiEn from './en/ui.json'
import workplaceEn from './en/workplace.json'
import accountsUk from './uk/accounts.json'
import apiUk from './uk/api.json'
import auditUk from './uk/audit.json'
import careerUk from './uk/career.json'
import doneUk from './uk/done.json'
import homeUk from './uk/home.json'
import ideasUk from './uk/ideas.json'
import insightsUk from './uk/insights.json'
import layoutUk from './uk/layout.json'
import noticesUk from './uk/notices.json'
import outageUk from './uk/outage.json'
import peopleUk from './uk/people.json'
import recognitionUk from './uk/recognition.json'
import refusalsUk from './uk/refusals.json'
import rotationUk from './uk/rotation.json'
import settingsUk from './uk/settings.json'
import trainingUk from './uk/training.json'
import uiUk from './uk/ui.json'
import workplaceUk from './uk/workplace.json'

const uk = {
  accounts: accountsUk,
  api: apiUk,
  audit: auditUk,
  career: careerUk,
  done: doneUk,
  home: homeUk,
  ideas: ideasUk,
  insights: insightsUk,
  layout: layoutUk,
  notices: noticesUk,
  outage: outageUk,
  people: peopleUk,
  recognition: recognitionUk,
  refusals: refusalsUk,
  rotation: rotationUk,
  settings: settingsUk,
  training: trainingUk,
  ui: uiUk,
  workplace: workplaceUk,
}

const en: typeof uk = {
  accounts: accountsEn,
  api: apiEn,
  audit: auditEn,
  career: careerEn,
  done: doneEn,
  home: homeEn,
  ideas: ideasEn,
  insights: insightsEn,
  layout: layoutEn,
  notices: noticesEn,
  outage: outageEn,
  people: peopleEn,
  recognition: recognitionEn,
  refusals: refusalsEn,
  rotation: rotationEn,
  settings: settingsEn,
  training: trainingEn,
  ui: uiEn,
  workplace: workplaceEn,
}

export type Messages = typeof uk

/** Every word of the portal in one language. Ukrainian is the source; English has the same keys, which a check proves. */
export const messagesOf = (locale: Locale): Messages => (locale === 'en' ? en : uk)

/** How `{day, date, long}` in a message is written: compiled messages know only the formats they are given. */
export const FORMATS = { dateTime: { long: { day: 'numeric', month: 'long', year: 'numeric' } } } as const

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
