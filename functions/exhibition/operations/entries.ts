/** Operations of staff: entries from the first word to publication. */
import { operation } from '../../shared/declaration/operation'
import * as entries from '../endpoints/staff/entries'

/** A text of eighty blocks as JSON; long ones are three bytes a character. */
const maxBytes = 128 * 1024

/** The largest text is read whole. */
const textReads = 34

export const entriesOperations = {
  exhibitionEntries: operation({
    ...entries.exhibitionEntries,
    region: 'query.region',
    summary: 'The entries of a city and kind, without their texts',
    answer: { schema: entries.exhibitionEntries.response, description: 'Newest first, 30 a page.' },
    maxReadUnits: 8,
  }),
  exhibitionEntry: operation({
    ...entries.exhibitionEntry,
    region: 'params.id',
    summary: 'One entry with its working text',
    answer: {
      schema: entries.exhibitionEntry.response,
      description: 'With what keeps it from being submitted.',
    },
    maxReadUnits: textReads,
  }),
  createEntry: operation({
    ...entries.createEntry,
    region: 'body.region',
    summary: 'A new entry, a draft that nobody but staff sees',
    maxBytes,
    answer: { schema: entries.createEntry.response, description: 'The entry; for the same key the same.' },
  }),
  saveEntry: operation({
    ...entries.saveEntry,
    region: 'params.id',
    summary: 'Save the working text',
    description:
      'Refused with what is there now where another save came first. No version is touched. A text that is public stays so until its change is approved.',
    maxBytes,
    answer: { schema: entries.saveEntry.response, description: 'A draft.' },
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
  rescheduleEntry: operation({
    ...entries.rescheduleEntry,
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Choose another time for what is approved, or publish it now',
    description:
      'By whoever may approve it. Refused with what is there now where its time was changed meanwhile.',
    answer: { schema: entries.rescheduleEntry.response, description: 'Scheduled, or published.' },
  }),
  returnEntry: operation({
    ...entries.returnEntry,
    region: 'params.id',
    summary: 'Send back what waits for review or for its time',
    answer: { schema: entries.returnEntry.response, description: 'A draft, with the reason.' },
  }),
  withdrawEntry: operation({
    ...entries.withdrawEntry,
    region: 'params.id',
    summary: 'Take off what is public, and what would be by a schedule',
    answer: { schema: entries.withdrawEntry.response, description: 'Nothing of it is public.' },
  }),
  entryVersions: operation({
    ...entries.entryVersions,
    region: 'params.id',
    summary: 'The versions of an entry that were submitted',
    answer: {
      schema: entries.entryVersions.response,
      description: 'Newest first, 30 a page, without their texts.',
    },
    maxReadUnits: 3,
  }),
  entryVersion: operation({
    ...entries.entryVersion,
    region: 'params.id',
    summary: 'One version with its text, which is never changed',
    answer: { schema: entries.entryVersion.response, description: 'The version.' },
    maxReadUnits: textReads,
  }),
  restoreVersion: operation({
    ...entries.restoreVersion,
    region: 'params.id',
    summary: 'Make the text of an earlier version the working text',
    description: 'A draft in whose place it comes, and which is no version yet, becomes one.',
    answer: { schema: entries.restoreVersion.response, description: 'A draft.' },
  }),
}
