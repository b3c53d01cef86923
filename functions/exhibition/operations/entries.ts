/** Operations of staff: entries from the first word to publication. */
import { operation } from '../../shared/operation'
import * as entries from '../endpoints/staff/entries'

/** A text of eighty blocks as JSON; long ones are three bytes a character. */
const maxBytes = 128 * 1024

export const entriesOperations = {
  createEntry: operation({
    ...entries.createEntry,
    region: 'body.region',
    summary: 'A new entry, a draft that nobody but staff sees',
    maxBytes,
    answer: { schema: entries.createEntry.response, description: 'The entry; for the same key the same.' },
  }),
  submitEntry: operation({
    ...entries.submitEntry,
    region: 'params.id',
    summary: 'Submit the working text for review',
    description:
      'Makes it a version that is never changed. Refused with what is there now where it was saved meanwhile, or where something is missing.',
    answer: { schema: entries.submitEntry.response, description: 'In review.' },
  }),
  approveEntry: operation({
    ...entries.approveEntry,
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Publish a version that somebody else wrote, now or at a time',
    answer: { schema: entries.approveEntry.response, description: 'Published, or scheduled.' },
  }),
}
