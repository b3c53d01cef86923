/** WeChat keeps the whole package on the phone by itself. */
export function registerServiceWorker(): void {}
