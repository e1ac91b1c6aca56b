/** With HTTPS a browser takes these from this very host alone (RFC 6265bis, `__Host-`). */
export const cookieNames = (secure: boolean) => {
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}sviato.session`, device: `${prefix}sviato.device` }
}
