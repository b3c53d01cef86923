import css from './text.module.scss'

/** Of a title: over a row, a part of a page, or a page. */
export type TitleSize = 'row' | 'part' | 'page'
export type Look = 'hint' | 'quiet' | 'name' | TitleSize

/** The classes of a text; without a look the caller's own alone. */
export function lookOf(look: Look | undefined, className = '', figures = false): string {
  return [look && css[look], figures && css.figures, className].filter(Boolean).join(' ')
}
