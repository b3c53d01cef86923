import { Image } from '@tarojs/components'
import type { PinShape, PinState } from '../pins'

/** A pin outside of the map. WeChat: the picture that its map takes too. */
export function PinPicture({ shape, state }: { shape: PinShape; state: PinState }) {
  return <Image src={`/pins/${shape}-${state}.png`} style={{ width: '34px', height: '34px' }} aria-hidden />
}
