/** Operations of staff: bulletins and years of the fund as files. */
import { operation } from '../../shared/declaration/operation'
import { mostSheetBytes } from '../contract/sheets'
import * as sheets from '../endpoints/staff/sheets'

/** A file as base64, and what stands beside it. */
const maxBytes = Math.ceil(mostSheetBytes / 3) * 4 + 1024

export const sheetsOperations = {
  checkSheet: operation({
    ...sheets.checkSheet,
    region: 'body.region',
    summary: 'What a CSV file of bulletins or of the fund would change',
    description: 'Nothing is written. What is wrong with the file is said by row and column, in Chinese.',
    maxBytes,
    answer: { schema: sheets.checkSheet.response, description: 'Row by row, with what differs.' },
    // Of each row an entry with its text; a file of ordinary bulletins.
    maxReadUnits: 1_500,
  }),
  importSheet: operation({
    ...sheets.importSheet,
    region: 'body.region',
    summary: 'Make drafts of the rows of a CSV file',
    description:
      'As they were seen: refused with what the file would do now where that is something else. A file with anything wrong in it does nothing. Nothing becomes public by it.',
    maxBytes,
    answer: {
      schema: sheets.importSheet.response,
      description: 'The entries that were made or changed, and those that somebody else was faster at.',
    },
  }),
  exportSheet: operation({
    ...sheets.exportSheet,
    region: 'body.region',
    summary: 'Bulletins or years of the fund of a city, to be put into a file',
    description:
      'As they are being written, whether public or not. Each page is on record, with the number of its rows, before it is given.',
    answer: {
      schema: sheets.exportSheet.response,
      description: 'Rows as `POST /api/staff/exhibition/sheets/check` reads them, of 30 entries a page.',
    },
  }),
}
