const MINUTE = 60_000
/** After so long without an answer nobody knows what people wish by now. */
const SILENCE = 10 * MINUTE

/** Whether the portal answers for this page, if only to say that the page is closed. */
export const isReached = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(MINUTE / 2) }).then(
    ({ status }) => status < 500,
    () => false,
  )

type Watch = { isReached: () => Promise<boolean>; refresh: () => void; hide: () => void }

/** Watches over what was just drawn: asks for it afresh each minute and hides it after ten without anything new; gives how to stop. */
export function watchContent({ isReached, refresh, hide }: Watch): () => void {
  const silence = setTimeout(hide, SILENCE)
  // A refresh without a network would leave the page for the browser's own error, from where nothing comes back.
  const minutes = setInterval(() => {
    void isReached().then((reached) => {
      if (reached) refresh()
    })
  }, MINUTE)
  return () => {
    clearTimeout(silence)
    clearInterval(minutes)
  }
}
