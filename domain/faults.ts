import type { z } from 'zod'
import type { Fault } from '#domain/refused'

type Issue = z.core.$ZodIssue

const sized = (issue: Issue): Fault | undefined => {
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum)
    if (issue.origin === 'string')
      return minimum <= 1 ? { key: 'required' } : { key: 'tooShort', params: { minimum } }
    return { key: issue.origin === 'array' ? 'tooFew' : 'tooSmall', params: { minimum } }
  }
  if (issue.code === 'too_big') {
    const maximum = Number(issue.maximum)
    if (issue.origin === 'string') return { key: 'tooLong', params: { maximum } }
    return { key: issue.origin === 'array' ? 'tooMany' : 'tooLarge', params: { maximum } }
  }
  return undefined
}

const faultOf = (issue: Issue): Fault => {
  const size = sized(issue)
  if (size) return size
  if (issue.code === 'custom' && issue.message && issue.message !== 'Invalid input')
    return { key: issue.message }
  if (issue.code === 'invalid_format') return { key: issue.format === 'email' ? 'email' : 'format' }
  if (issue.code === 'unrecognized_keys') return { key: 'unknownField' }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { key: 'required' }
  return { key: 'wrong' }
}

/** Of inputs that may be this or that, the faults of the one whose shape was meant, where only one is. */
const meant = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const likely = issue.errors.filter(
    (inner) => !inner.some(({ code, path }) => code === 'invalid_type' && !path.length),
  )
  if (likely.length !== 1) return [issue]
  return (likely[0] ?? [])
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue)
    .flatMap(meant)
}

/** Turns zod's issues into message keys, one per field (the first that was found). */
export function faultsOf(error: z.ZodError): Record<string, Fault> {
  const faults: Record<string, Fault> = {}
  for (const issue of error.issues.flatMap(meant)) {
    const field = issue.path.join('.') || 'form'
    faults[field] ??= faultOf(issue)
  }
  return faults
}
