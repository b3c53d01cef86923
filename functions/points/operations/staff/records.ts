/** Operations of staff: what auditors see. */
import { operation } from '../../../shared/declaration/operation'
import * as records from '../../endpoints/staff/records'

export const recordsOperations = {
  ledger: operation({
    ...records.ledger,
    // The number of an order tells no city: the order has to be read first.
    region: 'handler',
    summary: 'A person’s ledger, found by an order number, or by person and city',
    description: 'Either `order`, or `person` with `region`: exactly one of the two.',
    answer: {
      schema: records.ledger.response,
      description: 'Every entry with its reason; each look is on record.',
    },
    maxReadUnits: 10,
  }),
  outliers: operation({
    ...records.outliers,
    region: 'query.region',
    summary: 'Who earns much faster than people do',
    answer: { schema: records.outliers.response, description: 'Most points first, at most 100.' },
  }),
}
