/**
 * `npm run confirm -- PLACE FACT`: somebody looked, and what was reported is not so (any more). The doubt goes.
 * What it says is for the centres' staff, in Chinese.
 */
import { createPlacesStore } from '../../../functions/places/store'
import { readConfirmCommand } from './confirm-command'
import { explain, openTarget } from './target'

const main = async (args: string[]): Promise<number> => {
  const { placeId, subject, day, table, data } = readConfirmCommand(args, Date.now())
  const target = await openTarget(table, data)
  try {
    const store = createPlacesStore(target.table)
    const confirmed = await store.confirmFact({ placeId, subject, day })
    if (!confirmed.ok) {
      console.error(
        confirmed.error === 'unknown-place' ? `没有地点 ${placeId}` : '别处正在修改这个地点，请再试一次',
      )
      return 1
    }
    const left = confirmed.value.map(({ fact, amenity }) => (amenity ? `${fact}（${amenity}）` : fact))
    console.log(`已确认 ${placeId}；${left.length === 0 ? '没有存疑的事实了' : `仍存疑：${left.join('、')}`}`)
    return 0
  } finally {
    await target.close()
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(explain(error) ?? error)
    process.exitCode = 1
  },
)
