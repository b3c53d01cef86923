// Imported once in the main package: a library that only subpackages import is copied into each of them.
import '@common/zod'
import type { PropsWithChildren } from 'react'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return children
}
