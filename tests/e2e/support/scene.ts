/** What looks.ts looks at. */
import type { Catalogue } from '../../../functions/places/rules/catalogue'
import type { Belongings } from './belongings'
import type { VisitOptions, Visitor } from './visitors'

export type Scene = {
  /** Also the name of its pictures. */
  name: string
  route: string | ((city: Catalogue, own: Belongings) => string)
  options?: VisitOptions | ((own: Belongings) => VisitOptions)
  /** Fits itself to the window when it opens, and keeps that: a desktop's picture needs a desktop's visitor. */
  fitsOnce?: boolean
  /** Made for a desktop too: held to WCAG there as well. */
  isDesk?: boolean
  /** Ends when everything that belongs to the scene is on the screen. */
  arrive: (visitor: Visitor, city: Catalogue, own: Belongings) => Promise<unknown>
}

export const asCitizen = ({ citizen }: Belongings): VisitOptions => ({ as: citizen })
export const asOwner: VisitOptions = { as: 'owner' }
/** A refusal is a line in the browser's console. */
export const refused = /status of 4\d\d/
