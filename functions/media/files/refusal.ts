/** Why a file is not shown. */
import type { ContentRefusal } from '../pictures/content'

/** `codec`: it is what it says, but too few phones play it. */
export type FileRefusal = ContentRefusal | 'codec'
