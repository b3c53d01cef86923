/**
 * `createSelectorQuery`, `createIntersectionObserver` and `createMapContext`: what the logic layer may ask
 * of the view. Boxes come from the view; jsdom lays nothing out, so there they are the screen's own.
 */
import type { Realm } from '../realm'
import { answer } from './call'

/** What one asks the view about the nodes a selector finds. */
export interface Box {
  readonly id: string
  readonly dataset: Record<string, unknown>
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly scrollLeft: number
  readonly scrollTop: number
  readonly scrollWidth: number
  readonly scrollHeight: number
}

/** The view of the page that is asked: the current one unless `in()` names another. */
export interface QueryWorld {
  readonly realm: Realm
  /** Boxes of all nodes that match in the page (`null`: the current page), or of its viewport for `null` selector. */
  readonly measure: (page: unknown, selector: string | null) => Promise<Box[]>
  /** Raw attributes of the map with this id in the current page. */
  readonly mapAttributes: (id: string) => Promise<Record<string, unknown> | null>
}

export function queryApis(world: QueryWorld): Record<string, unknown> {
  return {
    createSelectorQuery: () => createSelectorQuery(world),
    createIntersectionObserver: (page: unknown) => createIntersectionObserver(world, page),
    createMapContext: (id: unknown) => createMapContext(world, String(id)),
  }
}

type Question = { selector: string | null; all: boolean; fields: (box: Box) => unknown; callback: unknown }

function createSelectorQuery({ realm, measure }: QueryWorld) {
  const questions: Question[] = []
  let page: unknown = null
  const nodes = (selector: string | null, all: boolean) => {
    const ask = (fields: (box: Box) => unknown) => (callback: unknown) => {
      questions.push({ selector, all, fields, callback })
      return query
    }
    return {
      boundingClientRect: ask(({ scrollLeft, scrollTop, scrollWidth, scrollHeight, ...box }) => box),
      scrollOffset: ask(({ id, dataset, scrollLeft, scrollTop, scrollWidth, scrollHeight }) => ({
        id,
        dataset,
        scrollLeft,
        scrollTop,
        scrollWidth,
        scrollHeight,
      })),
      fields: (_wanted: unknown, callback: unknown) => ask((box) => box)(callback),
    }
  }
  const query = {
    in: (component: unknown) => {
      page = component
      return query
    },
    select: (selector: unknown) => nodes(String(selector), false),
    selectAll: (selector: unknown) => nodes(String(selector), true),
    selectViewport: () => nodes(null, false),
    exec: (done: unknown) => {
      Promise.all(
        questions.map(async ({ selector, all, fields, callback }) => {
          const boxes = (await measure(page, selector)).map(fields)
          const result = realm.json(all ? boxes : (boxes[0] ?? null))
          realm.call('selectorQuery', callback, undefined, result)
          return result
        }),
      ).then((results) => realm.call('selectorQuery exec', done, undefined, results))
      return query
    },
  }
  return query
}

/** Everything observed counts as fully in view: there is no scrolling between two taps of a walk. */
function createIntersectionObserver({ realm, measure }: QueryWorld, page: unknown) {
  let connected = true
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: (selector: unknown, callback: unknown) => {
      measure(page ?? null, String(selector)).then((boxes) => {
        for (const box of connected ? boxes : []) {
          const result = { intersectionRatio: 1, boundingClientRect: box, intersectionRect: box, id: box.id }
          realm.call('intersectionObserver', callback, undefined, realm.json(result))
        }
      })
    },
    disconnect: () => {
      connected = false
    },
  }
  return observer
}

/** A map shows 256·2^scale pixels around the equator; the region follows from centre, scale and the map's box. */
function createMapContext({ realm, mapAttributes, measure }: QueryWorld, id: string) {
  const attributes = async () => {
    const found = await mapAttributes(id)
    if (found === null) throw new Error(`no <map id="${id}"> in the current page`)
    return found
  }
  const centre = async () => {
    const { longitude, latitude } = await attributes()
    return { longitude: Number(longitude), latitude: Number(latitude) }
  }
  const scale = async () => Number((await attributes()).scale ?? 16)
  const region = async () => {
    const [{ longitude, latitude }, zoom, [box]] = [
      await centre(),
      await scale(),
      await measure(null, `#${id}`),
    ]
    const degrees = 360 / (256 * 2 ** zoom)
    const east = ((box?.width ?? 0) / 2) * degrees
    const north = ((box?.height ?? 0) / 2) * degrees * Math.cos((latitude * Math.PI) / 180)
    return {
      southwest: { longitude: longitude - east, latitude: latitude - north },
      northeast: { longitude: longitude + east, latitude: latitude + north },
    }
  }
  const call = (name: string, work: () => unknown) => ({
    [name]: (options: unknown) => answer(realm, `mapContext.${name}`, options, work),
  })
  const nothing = () => undefined
  return {
    ...call('getCenterLocation', centre),
    ...call('getScale', async () => ({ scale: await scale() })),
    ...call('getRegion', region),
    ...call('moveToLocation', nothing),
    ...call('includePoints', nothing),
    ...call('addMarkers', nothing),
    ...call('removeMarkers', nothing),
  }
}
