/** Why the application does not start, said to an administrator. 2: a setting is wrong; 3: the database is away or unfit. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  constructor(
    readonly exitCode: 2 | 3,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
