export interface PageTitleProps {
  children: string
  className?: string
  /** Takes the focus when the page is shown, so that a screen reader tells of it. */
  takesFocus: boolean
}

/** WeChat draws the title itself. */
export function PageTitle(_: PageTitleProps) {
  return null
}
