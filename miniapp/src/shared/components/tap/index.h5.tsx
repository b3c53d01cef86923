import type { TapProps } from './props'
import './web.scss'

/** The browser: a real button, so that keyboards and screen readers need no help. */
export function Tap({ onTap, children, className = '', label, role = 'button', id, ...state }: TapProps) {
  const current = role === 'tab' ? undefined : state.current ? 'page' : undefined
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked comes with the roles that have it
    <button
      type="button"
      id={id}
      className={`tap ${className}`}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={state.checked}
      aria-expanded={state.expanded}
      aria-selected={role === 'tab' ? state.current : undefined}
      aria-current={current}
      disabled={state.disabled}
      tabIndex={state.tabIndex}
      onClick={onTap}
    >
      {children}
    </button>
  )
}
