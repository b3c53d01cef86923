/**
 * `npm run confirm -- PLACE FACT`: somebody looked, and what was reported is not so (any more). The doubt goes.
 * What it says is for the centres' staff, in Chinese.
 */
import { createPlaceConfirming } from '../../../functions/places'
import { runTool } from './arguments'
import { readConfirmCommand } from './confirm-command'
import { openTarget } from './target'

export const main = async (args: string[]): Promise<number> => {
  const { placeId, subject, day, table, data } = readConfirmCommand(args, Date.now())
  const target = await openTarget('places', table, data)
  try {
    const { confirmFact } = createPlaceConfirming(target.context)
    const confirmed = await confirmFact({ placeId, subject, day })
    if (!confirmed.ok) {
      console.error(
        confirmed.error === 'unknown-place' ? `没有地点 ${placeId}` : '别处正在修改这个地点，请再试一次',
      )
      return 1
    }
    const left = confirmed.value.map(({ fact, amenity }) => (amenity ? `${fact}（${amenity}）` : fact))
    console.log(
      `已确认 ${placeId}；${left.length === 0 ? '没有待核实的事实了' : `仍待核实：${left.join('、')}`}`,
    )
    return 0
  } finally {
    await target.close()
  }
}

if (require.main === module) runTool(main)
