/** Addresses whose path opens something by itself: what follows is as good as a password. */
const SECRET = /^(\/+recognition\/+screen\/+).+$/i

const readable = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What a log may keep of an address: its path, without parameters and with secrets masked. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0] ?? '/'
  const plain = readable(path)
  return SECRET.test(plain) ? plain.replace(SECRET, '$1[secret]') : path
}
