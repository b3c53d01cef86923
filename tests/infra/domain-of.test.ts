import { domains } from '../../functions/domains'
import { domainOf } from '../support/worlds/domain-of'

describe('the domain of a request', () => {
  it('is the one whose operation has its path, whatever the path holds', () => {
    for (const { name, paths } of domains)
      for (const path of paths) expect(domainOf(`${path.replace(/:\w+/g, '320800-1')}?region=1`)).toBe(name)
  })

  it('is none where no operation has it', () => {
    expect(domainOf('/api/nowhere')).toBeUndefined()
    expect(domainOf('/api/orders/1/2/3')).toBeUndefined()
  })
})
