import { pointsOperations } from '../../../functions/points/operations'
import { createLogger } from '../../../functions/shared/aws/logger'
import { operation } from '../../../functions/shared/declaration/operation'
import { emptyResponse } from '../../../functions/shared/http/messages'
import { createRouter, route } from '../../../functions/shared/http/router'
import { ok } from '../../../functions/shared/result'
import { everything } from '../../support/stage/requests'

const changing = everything.filter(({ operation: { method } }) => method !== 'GET')

describe('an operation that changes something', () => {
  it.each(changing)('$domain.$name says whether it takes two people, or why it does not', (one) => {
    const { operation, onePerson } = one
    expect((operation.secondApproval !== undefined) !== (onePerson !== undefined)).toBe(true)
  })

  it('gives a reason for one person only where it changes something', () => {
    const reasoned = everything.filter(({ onePerson }) => onePerson !== undefined)
    expect(reasoned.filter((one) => !changing.includes(one)).map(({ name }) => name)).toEqual([])
  })

  it('takes two people where it makes codes, rules, prices or rights', () => {
    const two = changing.flatMap(({ name, operation }) =>
      operation.secondApproval === 'second-person' ? [name] : [],
    )
    expect(two.sort()).toEqual(['changeGift', 'changePicture', 'changeRules', 'createBatch', 'grant'])
  })
})

it('is refused by the router where it takes two people and is answered by one', () => {
  const { createBatch } = pointsOperations
  const careless = route(operation(createBatch), async () => ok({ response: emptyResponse(204, {}) }))
  const log = createLogger({ write: () => {} })
  const options = { routes: [careless], problems: {}, log, clock: Date.now, originVerify: undefined }
  expect(() => createRouter(options)).toThrow('takes two people')
})
