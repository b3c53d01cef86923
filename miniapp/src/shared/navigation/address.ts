/** WeChat has no address that one could see or keep. */
export function writeAddress(_: string, __: string | null): void {}
