import { lookOf } from '../text/look'
import type { HeadingProps } from '.'
import './heading.scss'

export type { HeadingProps }

export function Heading({ level, children, size, className, id }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} tabIndex={id ? -1 : undefined} className={`heading ${lookOf(size, className)}`}>
      {children}
    </Tag>
  )
}
