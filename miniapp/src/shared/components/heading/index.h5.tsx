import type { HeadingProps } from '.'
import './heading.scss'

export type { HeadingProps }

export function Heading({ level, children, className = '', id }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} tabIndex={id ? -1 : undefined} className={`heading ${className}`}>
      {children}
    </Tag>
  )
}
