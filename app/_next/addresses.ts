type Given = Record<string, string | string[] | undefined>

/** The known parts of a page's address: single values only, empty ones left out, and the address with one of them changed. */
export function pageQuery<Name extends string>(given: Given, names: readonly Name[]) {
  const known: { [Key in Name]?: string } = {}
  for (const name of names) {
    const value = given[name]
    if (typeof value === 'string' && value.trim()) known[name] = value
  }
  const address = (changed: { [Key in Name]?: string | null }) => {
    const parts = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...known, ...changed }))
      if (typeof value === 'string') parts.set(name, value)
    return `?${parts}`
  }
  return { known, with: address, isSet: Object.keys(known).some((name) => name !== 'cursor') }
}
