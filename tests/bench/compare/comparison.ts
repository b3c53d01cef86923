/** One bench that compares two states. */
import type { Arm } from './run-in-turns'
import type { Setting } from './setting'
import type { States } from './states'

export type Comparison = {
  /** What `--only` names. */
  group: string
  what: string
  /** The arm of one state; states are opened one after the other. */
  open(setting: Setting, states: States, state: keyof States): Promise<Arm>
}
