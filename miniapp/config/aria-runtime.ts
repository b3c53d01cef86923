/** The running half of `aria.ts`: bundled into the package, so that Taro maps the names as the templates do. */
import { mergeInternalComponents } from '@tarojs/shared'
import { accessible } from './aria-attributes'

mergeInternalComponents(accessible)
