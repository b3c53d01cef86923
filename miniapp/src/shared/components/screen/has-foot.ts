/**
 * Whether the lines that close a page of the lottery stand there yet. In a browser, below what is waited for, they would stand at the
 * foot of the window and be pushed out of it once the answer is there. In WeChat a child that appears is sent with all its siblings.
 */
export const hasFoot = ({ value, failure }: { value: unknown; failure: unknown }): boolean =>
  process.env.TARO_ENV === 'weapp' || value !== null || failure !== null
