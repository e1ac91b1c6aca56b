/** Ends the program with what went wrong: settings and databases by their message alone, a defect with its trace. */
export function endWith(error: unknown): never {
  const code = error instanceof Error && 'exitCode' in error ? Number(error.exitCode) : undefined
  const unfit = error instanceof Error && error.name === 'UnfitDatabase'
  if (error instanceof Error && (code || unfit)) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(code ?? (unfit ? 3 : 1))
}
