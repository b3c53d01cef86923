/** The projects of the demonstration cities, by their names. */
import { type ProjectCategory, projectCategorySchema } from '../../../functions/places/contract'
import { idOf } from '../../../functions/places/import/row/row'
import { binzhouDemo } from '../binzhou'
import { huaianDemo } from '../huaian'

const demos = [huaianDemo, binzhouDemo]

/** `amount`: yuan. */
export type DemoProject = {
  id: string
  name: string
  use: ProjectCategory
  year: number
  amount: number
  purpose: string
}

/** As the city lists them. */
export const projectsIn = (adcode: string): DemoProject[] => {
  const demo = demos.find(({ recipe }) => recipe.city.adcode === adcode)
  if (!demo) throw new Error(`there is no demonstration city ${adcode}`)
  const lines = demo.projects.trim().split('\n')
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const [town, name = '', use, year, amount, purpose = ''] = cells
    const district = demo.recipe.city.towns.find((candidate) => candidate.name === town)?.district ?? ''
    return {
      id: idOf(adcode, { outletNo: null, kind: 'project', district, name }),
      name,
      use: projectCategorySchema.parse(use),
      year: Number(year),
      amount: Number(amount),
      purpose,
    }
  })
}

/** By name within its city; throws where there is none. */
export const projectIn = (adcode: string, name: string): DemoProject => {
  const project = projectsIn(adcode).find((candidate) => candidate.name === name)
  if (!project) throw new Error(`${adcode} has no project ${name}`)
  return project
}
