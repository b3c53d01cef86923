/**
 * The person's own position, on WeChat. It is handed to `where/origin.ts` alone, lives in memory alone and takes
 * part in no request and no storage; tests/miniapp/places/position-stays.test.ts holds the program to it.
 */
import { err, ok, type Result } from '@common/result'
import * as z from '@common/zod'
import type { Point } from '@contract/places'
import Taro from '@tarojs/taro'

/** `refused`: the person or the system said no. `unavailable`: no answer, no signal, or no such service. */
export type PositionError = 'refused' | 'unavailable'

/** Taro's types do not know the fuzzy scope. */
const settingSchema = z.object({ authSetting: z.object({ 'scope.userFuzzyLocation': z.literal(true) }) })

/** True where asking again opens no dialog, because the person has agreed before. */
export async function mayLocate(): Promise<boolean> {
  try {
    return settingSchema.safeParse(await Taro.getSetting()).success
  } catch {
    return false
  }
}

/** GCJ-02, fuzzy by some hundred metres as WeChat gives it. May open WeChat's own question. */
export async function locate(): Promise<Result<Point, PositionError>> {
  try {
    const { longitude, latitude } = await Taro.getFuzzyLocation({ type: 'gcj02' })
    return ok({ lng: longitude, lat: latitude })
  } catch (failure) {
    return err(isRefusal(failure) ? 'refused' : 'unavailable')
  }
}

/** WeChat tells a refusal by its words: `auth deny`, `auth denied`, `privacy permission is not authorized`. */
function isRefusal(failure: unknown): boolean {
  const said =
    typeof failure === 'object' && failure !== null && 'errMsg' in failure ? String(failure.errMsg) : ''
  return /auth|privacy/.test(said)
}
