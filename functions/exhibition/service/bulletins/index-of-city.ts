/** The words of a city's bulletins, kept in the function's memory and read again where they changed. */
import { type SearchIndex, type SearchPart, searchIndexOf, searchPartOf } from '../../rules/bulletins/search'
import type { ExhibitionStore } from '../../store'
import type { BulletinHeads, Pack } from '../../store/bulletins'
import { unpackWords } from './words'

type HeldPack = SearchPart & { written: number }
type Held = { sequence: number; packs: ReadonlyMap<number, HeldPack>; index: SearchIndex }

/** Cities kept at once: five thousand of a thousand characters take some 40 MB. */
const mostCities = 8

const nothing: Held = { sequence: 0, packs: new Map(), index: searchIndexOf([]) }

type Store = { bulletins: Pick<ExhibitionStore['bulletins'], 'readPacks'> }

export const searchIndexes = ({ bulletins }: Store) => {
  const held = new Map<string, Held>()

  /** At half the price; those that the table has not caught up with, or has not at all yet, once more in full. */
  const read = async (
    region: string,
    numbers: readonly number[],
    { packs }: BulletinHeads,
  ): Promise<Pack[]> => {
    const some = await bulletins.readPacks(region, numbers, { consistent: false })
    const fresh = some.filter(({ number, written }) => written >= (packs[number] ?? 0))
    const late = numbers.filter((number) => !fresh.some((one) => one.number === number))
    if (late.length === 0) return fresh
    return [...fresh, ...(await bulletins.readPacks(region, late, { consistent: true }))]
  }

  const renewed = async (region: string, before: Held, heads: BulletinHeads): Promise<Held> => {
    const changed = Object.entries(heads.packs).flatMap(([name, written]) => {
      const number = Number(name)
      return (before.packs.get(number)?.written ?? 0) < written ? [number] : []
    })
    const renewedPacks = await Promise.all(
      (await read(region, changed, heads)).map(
        async ({ number, written, bytes }): Promise<[number, HeldPack]> => [
          number,
          { written, ...searchPartOf(await unpackWords(bytes)) },
        ],
      ),
    )
    const packs = new Map([...before.packs, ...renewedPacks])
    return { sequence: heads.sequence, packs, index: searchIndexOf([...packs.values()]) }
  }

  /** At least as new as `heads`; nothing in it where there are none. */
  return async (region: string, heads: BulletinHeads | null): Promise<SearchIndex> => {
    const before = held.get(region) ?? nothing
    if (heads === null) return nothing.index
    if (heads.sequence <= before.sequence) return before.index
    const now = await renewed(region, before, heads)
    held.delete(region)
    held.set(region, now)
    const [oldest] = held.keys()
    if (held.size > mostCities && oldest !== undefined) held.delete(oldest)
    return now.index
  }
}
