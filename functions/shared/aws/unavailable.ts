/** Apart from what throws them, so that whoever only handles them carries no SDK into a bundle: 300 KB and a tenth of a second. */

/** DynamoDB could not be reached or had no capacity, after all retries: the caller may try again later. */
export class TableUnavailable extends Error {
  override readonly name = 'TableUnavailable'
}

/** Other transactions were always in the way: nothing was written, and whoever writes optimistically may call it a conflict. */
export class TransactionsConflicted extends TableUnavailable {}

/** Secrets Manager did not give what is needed to sign or to check: the caller may try again later. */
export class SecretsUnavailable extends Error {
  override readonly name = 'SecretsUnavailable'
}
