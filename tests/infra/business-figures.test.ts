/** What the dashboard says of the business is counted from lines that the functions log, on every stage. */
import { domains } from '../../functions/domains'
import { pointsOperations } from '../../functions/points/operations'
import { flavours, onlyOf, stackOf, synthExample } from './support'

describe.each(flavours)('the dashboard (%s)', (flavour) => {
  it('counts orders, refusals by code and conflicts over the logs of every domain', async () => {
    const watch = stackOf(await synthExample(flavour), 'watch')
    const dashboard = JSON.stringify(onlyOf(watch, 'AWS::CloudWatch::Dashboard'))
    for (const title of ['Orders an hour', 'Refusals by code', 'Conflicts an hour'])
      expect(dashboard).toContain(title)
    for (const { name } of domains) expect(dashboard).toContain(`SOURCE '/fuyi/prod/${name}'`)
    const { method, path } = pointsOperations.order
    expect(dashboard.replace(/\\+"/g, '"')).toContain(`method = "${method}" and route = "${path}"`)
  }, 300_000)
})
