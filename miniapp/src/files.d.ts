/** What the bundler makes of an import that is not code. */
declare module '*.module.scss' {
  const classes: Record<string, string>
  export default classes
}

declare module '*.png' {
  const url: string
  export default url
}

/** The packages of pages, as config/pages.ts finds them; put in as the program is built. */
declare const PACKAGES: { root: string; pages: string[] }[]
