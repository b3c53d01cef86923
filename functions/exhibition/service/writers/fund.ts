/** The years of the fund: one document with all of them. */
import { publicOf } from '../../rules/documents'
import { fundOf } from '../../rules/fund'
import type { ExhibitionStore } from '../../store'
import type { Writer } from '../writer'

/** No gallery can have this name. */
export const fundName = '#fund'
/** Compressed: a visitor opens one screen with it. */
const mostBytes = 10 * 1024

export const fundWriter =
  ({ entries }: Pick<ExhibitionStore, 'entries'>): Writer =>
  async (_before, after, { region, version }) => {
    const all = await entries.readAll(region, 'fund')
    // A new one is not among them yet.
    const shown = publicOf([...all.filter(({ id }) => id !== after.id), after])
    const years = (await entries.readVersions(shown)).flatMap(({ content }) =>
      content.kind === 'fund' ? [content] : [],
    )
    const document = years.length > 0 ? fundOf(region, version, years) : null
    return [{ name: fundName, document, most: { bytes: mostBytes, code: 'fund-full' } }]
  }
