import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type Look, lookOf, type TitleSize } from './look'

interface TextProps {
  children?: ReactNode
  className?: string
  /** Figures stand under each other. */
  figures?: boolean
  'aria-live'?: 'polite'
}

const styled =
  (look: Look) =>
  ({ className, figures, ...rest }: TextProps) => (
    <Text {...rest} className={lookOf(look, className, figures)} />
  )

/** Small and second: what explains, or dates, what stands beside it. */
export const Hint = styled('hint')

/** Second, in the size of the text. */
export const Quiet = styled('quiet')

/** The name of one thing in a list. */
export const Name = styled('name')

/** Looks like a heading, where it is none for a reader. */
export function Title({ size, className, figures, ...rest }: TextProps & { size: TitleSize }) {
  return <Text {...rest} className={lookOf(size, className, figures)} />
}
