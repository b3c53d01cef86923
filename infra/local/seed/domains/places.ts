/** The demo cities, loaded into an empty table through the same import as anyone's file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPlacesStore } from '../../../../functions/places'
import type { Contact } from '../../../../functions/places/contract'
import { importPlaces } from '../../../../functions/places/import/import'
import { Failure } from '../../failure'
import type { Seed } from '../demonstration'

const cities = [
  { adcode: '320800', name: '淮安', areaCode: '0517', position: { lng: 119.021, lat: 33.61 } },
  { adcode: '371600', name: '滨州', areaCode: '0543', position: { lng: 118.012, lat: 37.384 } },
]

/** Made up, and seen to be so: nobody has these numbers. */
const contactOf = ({ name, areaCode, position }: (typeof cities)[number]): Contact => ({
  name: `${name}市福彩中心（演示）`,
  phones: [`${areaCode}-00000000`, `${areaCode}-00000001`],
  address: `${name}市演示路 1 号（虚构）`,
  hours: 'Mo-Fr 08:30-12:00,14:00-17:30',
  position,
})

/** Loads both demo cities unless there is any city; returns what it did, in words. */
export const seed: Seed = async ({ context }) => {
  const store = createPlacesStore(context)
  if ((await store.listRegions({ consistent: true })).length > 0) return 'places there already'
  const loaded: string[] = []
  for (const city of cities) {
    const { adcode, name } = city
    const report = await importPlaces({
      store,
      clock: context.clock,
      bytes: readFileSync(join(__dirname, '../../../demo', `places-${adcode}.csv`)),
      format: 'csv',
      adcode,
      name,
      demo: true,
      strict: true,
    })
    if (!report.ok) throw new Failure(`The demo city ${name} cannot be loaded: ${report.error.details[0]}`)
    await store.setContact(adcode, contactOf(city))
    loaded.push(`${name} ${report.value.added}`)
  }
  return `${loaded.join(', ')} places`
}
