/** Operations of staff: lists as files. */
import { operation } from '../../../shared/declaration/operation'
import * as exports from '../../endpoints/staff/exports'

export const exportsOperations = {
  exportList: operation({
    ...exports.exportList,
    region: 'body.region',
    summary: 'Gifts, batches or adjustments of a city, to be put into a file',
    description: 'Each page is on record, with the number of its rows, before it is given.',
    answer: {
      schema: exports.exportList.response,
      description: 'All gifts at once; of the others 500 a page.',
    },
  }),
}
