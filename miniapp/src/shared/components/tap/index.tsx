import { View } from '@tarojs/components'
import type { TapProps } from './props'

/** WeChat: a view that says what it is. (Its own button brings a frame and a shadow that cannot all be undone.) */
export function Tap({ onTap, children, className = '', label, role = 'button', id, ...state }: TapProps) {
  return (
    <View
      id={id}
      className={`tap ${state.disabled ? 'tap-disabled' : ''} ${className}`}
      hoverClass={state.disabled ? 'none' : 'tap-pressed'}
      hoverStartTime={20}
      hoverStayTime={80}
      aria-role={role}
      aria-label={label}
      aria-checked={state.checked}
      aria-expanded={state.expanded}
      aria-selected={state.current}
      aria-disabled={state.disabled}
      onClick={state.disabled ? undefined : onTap}
    >
      {children}
    </View>
  )
}
