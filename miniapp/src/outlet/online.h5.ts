/** False only where the browser knows that there is no network. */
export const isOnline = async (): Promise<boolean> => navigator.onLine
