/** Operations of staff: the earning rules. */
import { noBody, noParams, operation } from '../../../shared/operation'
import { ofRegionSchema, pointsPaths, rulesRequestSchema, rulesResponseSchema } from '../../contract'

export const rulesOperations = {
  staffRules: operation({
    method: 'GET',
    path: pointsPaths.staffRules,
    access: 'staff:gifts',
    summary: 'The earning rules of a city',
    params: ofRegionSchema,
    query: noParams,
    body: noBody,
    answer: { schema: rulesResponseSchema, description: 'Rules, limits and their version.' },
    codes: [],
    maxReadUnits: 1,
  }),
  changeRules: operation({
    method: 'PUT',
    path: pointsPaths.staffRules,
    access: 'staff:gifts',
    approval: 'second-person',
    summary: 'Make the earning rules of a city tighter',
    description: 'What lets anybody earn or spend more takes a second person: it is proposed.',
    params: ofRegionSchema,
    query: noParams,
    body: rulesRequestSchema,
    answer: { schema: rulesResponseSchema, description: 'As they are now, in force at once.' },
    codes: ['edited-meanwhile'],
  }),
}
