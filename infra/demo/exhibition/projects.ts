/** The projects of the demonstration cities, by their names. */
import { idOf } from '../../../functions/places/import/row/row'
import { binzhouDemo } from '../binzhou'
import { huaianDemo } from '../huaian'

const demos = [huaianDemo, binzhouDemo]

/** `amount`: yuan. */
export type DemoProject = { id: string; name: string; year: number; amount: number; purpose: string }

/** By name within its city; throws where there is none. */
export const projectIn = (adcode: string, name: string): DemoProject => {
  const demo = demos.find(({ recipe }) => recipe.city.adcode === adcode)
  const row = demo?.projects.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const [town, , , year, amount, purpose = ''] = row?.find((cells) => cells[1] === name) ?? []
  const district = demo?.recipe.city.towns.find((candidate) => candidate.name === town)?.district
  if (district === undefined) throw new Error(`${adcode} has no project ${name}`)
  const id = idOf(adcode, { outletNo: null, kind: 'project', district, name })
  return { id, name, year: Number(year), amount: Number(amount), purpose }
}
