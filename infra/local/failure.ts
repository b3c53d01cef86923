/** What a user can mend: shown as its one line, without a stack, and the command exits with 1. */
export class Failure extends Error {
  override name = 'Failure'
}
