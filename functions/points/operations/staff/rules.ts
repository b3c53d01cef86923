/** Operations of staff: the earning rules. */
import { operation } from '../../../shared/declaration/operation'
import * as rules from '../../endpoints/staff/rules'

export const rulesOperations = {
  staffRules: operation({
    ...rules.staffRules,
    region: 'params.region',
    summary: 'The earning rules of a city',
    answer: { schema: rules.staffRules.response, description: 'Rules, limits and their version.' },
    maxReadUnits: 1,
  }),
  changeRules: operation({
    ...rules.changeRules,
    region: 'params.region',
    secondApproval: 'second-person',
    summary: 'Make the earning rules of a city tighter',
    description: 'What lets anybody earn or spend more takes a second person: it is proposed.',
    answer: { schema: rules.changeRules.response, description: 'As they are now, in force at once.' },
  }),
}
