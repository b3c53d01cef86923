import { useIsOffline } from '../../platform/offline-state'
import { Notice } from './notice'

/** The one line that says the network is gone, on a page that shows nothing it keeps. */
export function OfflineNotice() {
  return useIsOffline() ? <Notice tone="doubt">离线</Notice> : null
}
