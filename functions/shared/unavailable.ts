/** Apart from table.ts, so that whoever only handles it does not carry the SDK into a bundle: 300 KB and a tenth of a second. */

/** DynamoDB could not be reached or had no capacity, after all retries: the caller may try again later. */
export class TableUnavailable extends Error {
  override readonly name = 'TableUnavailable'
}
