import type { BrowserContext, Page, Response } from '@playwright/test'

/**
 * Watches every page of a context: an error on the console (a violated content policy is one), an uncaught exception, a
 * request of our own that fails or that the server answers with a defect.
 */
export class Guard {
  readonly #faults: string[] = []
  readonly #allowed: RegExp[] = []
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  watch(context: BrowserContext) {
    context.on('page', (page) => this.watchPage(page))
  }

  /** What the test means to provoke, as the 404 of an unknown address. */
  allow(pattern: RegExp) {
    this.#allowed.push(pattern)
  }

  faults(): string[] {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)))
  }

  watchPage(page: Page) {
    const note = (what: string) => this.#faults.push(`${what} (on ${page.url()})`)
    page.on('pageerror', (error) => note(`exception: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // Leaving a page ends what it was still waiting for, the live notices among it.
      if (request.url().startsWith(this.#origin) && why !== 'net::ERR_ABORTED')
        note(`failed: ${request.url()} ${why}`)
    })
    page.on('response', (response: Response) => {
      if (response.url().startsWith(this.#origin) && response.status() >= 500) {
        note(`answered ${response.status()}: ${response.url()}`)
      }
    })
  }
}
