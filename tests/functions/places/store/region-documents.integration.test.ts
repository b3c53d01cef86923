import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { cityGridWriter } from '../../../../functions/places/store/region/city-grid'
import { regionListWriter } from '../../../../functions/places/store/region/region-list'
import { openTable } from '../../../../functions/shared/aws/table'
import { TableUnavailable } from '../../../../functions/shared/aws/unavailable'
import { withEngine } from '../../../support/engine/engine'
import { withFaults } from '../../../support/faults/faults'

const database = withEngine()

/** Somebody else was always faster. */
const crowdedTable = () => {
  const client = withFaults(database.client(), () => 'conflict')
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'UpdateItemCommand') return next(args)
        throw new ConditionalCheckFailedException({ message: 'refused', $metadata: {} })
      },
    { step: 'initialize', name: 'testAlwaysLate' },
  )
  return openTable({ name: database.tableName, client, sleep: async () => {} })
}

describe('a document of all regions that others write all the time', () => {
  it('is answered as unavailable: the list', async () =>
    await expect(regionListWriter(crowdedTable()).updateRegionList()).rejects.toBeInstanceOf(
      TableUnavailable,
    ))

  it('is answered as unavailable: the grid of cities', async () =>
    await expect(
      cityGridWriter(crowdedTable()).updateCityGrid('320800', [{ lat: 33.6, lng: 119.02 }]),
    ).rejects.toBeInstanceOf(TableUnavailable))
})
