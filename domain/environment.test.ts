import { describe, expect, it } from 'vitest'
import { CannotStart } from '#domain/cannot-start'
import { parseEnvironment } from '#domain/environment'

const refusal = (source: Record<string, string>): CannotStart => {
  try {
    parseEnvironment(source)
  } catch (error) {
    if (error instanceof CannotStart) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('parseEnvironment', () => {
  it('has a default for everything', () => {
    expect(parseEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      appUrl: 'http://localhost:3000',
      logLevel: 'info',
      web: true,
      worker: true,
    })
  })

  it('counts an empty variable as not set', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: ' ' }).port).toBe(3000)
  })

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'http://here'],
    ['APP_URL', 'sviato.example.org'],
    ['APP_URL', 'https://example.org/portal'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['AUTH_SECRET', 'short'],
    ['OIDC_ISSUER', 'here'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['METRICS_TOKEN', 'short'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['WORKER', 'no'],
  ])('refuses %s=%s with its name, what it must be, and not its value', (name, value) => {
    const error = refusal({ [name]: value })
    expect(error.exitCode).toBe(2)
    expect(error.message).toMatch(new RegExp(`^${name} must be .{8,}\\.$`))
    expect(error.message).not.toContain(` ${value}.`)
  })

  it('names every wrong variable at once', () => {
    expect(refusal({ PORT: 'x', DEMO: 'x' }).message.split('\n')).toHaveLength(2)
  })

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM'],
    [{ OIDC_CLIENT_ID: 'sviato' }, 'OIDC_ISSUER'],
    [{ DATABASE_OWNER_URL: 'postgres://owner@db/sviato' }, 'DATABASE_URL'],
  ])('asks for the settings that belong together: %o', (source, missing) => {
    expect(refusal(source as Record<string, string>).message).toContain(`${missing} must be set`)
  })

  it('migrates with DATABASE_URL when there is no owner of its own', () => {
    const url = 'postgres://one@db/sviato'
    expect(parseEnvironment({ DATABASE_URL: url }).databaseOwnerUrl).toBe(url)
  })

  it('reads lists, switches and the address without a closing slash', () => {
    expect(
      parseEnvironment({
        WEBHOOK_PRIVATE_HOSTS: 'tracker.local:8443, 10.1.2.3',
        WORKER: 'only',
        DEMO: '0',
        APP_URL: 'https://sviato.example.org/',
      }),
    ).toMatchObject({
      webhookPrivateHosts: ['tracker.local:8443', '10.1.2.3'],
      web: false,
      worker: true,
      demo: false,
      appUrl: 'https://sviato.example.org',
    })
  })
})
