/** The ways between the pages behind a counter. */
import { openPage } from '@/shared/navigation/navigation'

const to = (page: string) => (): void => openPage(`/counter/${page}/index`)

export const goHandovers = to('handovers')
export const goCounter = to('code')
