/** The words of a city's bulletins, kept in the function's memory and read again where they changed. */
import { type Folded, foldedOf, newestFirst } from '../../rules/bulletins/search'
import type { ExhibitionStore } from '../../store'
import type { BulletinHeads, Pack } from '../../store/bulletins'
import { unpackWords } from './words'

type HeldPack = { written: number; bulletins: readonly Folded[] }
type Held = { sequence: number; packs: ReadonlyMap<number, HeldPack>; all: readonly Folded[] }

/** Cities kept at once: five thousand long bulletins take some 30 MB. */
const mostCities = 8

const nothing: Held = { sequence: 0, packs: new Map(), all: [] }

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
          { written, bulletins: (await unpackWords(bytes)).map(foldedOf) },
        ],
      ),
    )
    const packs = new Map([...before.packs, ...renewedPacks])
    const all = [...packs.values()].flatMap((pack) => pack.bulletins).sort(newestFirst)
    return { sequence: heads.sequence, packs, all }
  }

  /** Newest first. At least as new as `heads`. */
  return async (region: string, heads: BulletinHeads): Promise<readonly Folded[]> => {
    const before = held.get(region) ?? nothing
    if (heads.sequence <= before.sequence) return before.all
    const now = await renewed(region, before, heads)
    held.delete(region)
    held.set(region, now)
    const [oldest] = held.keys()
    if (held.size > mostCities && oldest !== undefined) held.delete(oldest)
    return now.all
  }
}
