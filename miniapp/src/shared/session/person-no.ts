/** Somebody's 我的编号 as it is read out and compared, wherever it is shown: `1NY3 XKTY`. Pure. */
export const personNoText = (no: string): string => `${no.slice(0, 4)} ${no.slice(4)}`
